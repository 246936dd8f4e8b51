pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.viewmodels

// The buttons of the staff pages and the one that leaves: beside the page, or below it on a portrait screen.
Rectangle {
    id: rail

    required property StaffArea area

    color: Theme.ink
    implicitHeight: Theme.portrait ? grid.implicitHeight + languages.height + 3 * Theme.gap : 0
    implicitWidth: Theme.portrait ? 0 : Theme.staffRail

    Label {
        id: name

        anchors.left: parent.left
        anchors.leftMargin: Theme.gutter
        anchors.right: parent.right
        anchors.rightMargin: Theme.gutter
        anchors.top: parent.top
        anchors.topMargin: Theme.space(5)
        color: Theme.onColour
        font.weight: Theme.heavy
        size: Theme.panel
        text: Translations.text("staff.title")
        visible: !Theme.portrait
        wrapMode: Text.NoWrap
    }

    Grid {
        id: grid

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: Theme.portrait ? languages.bottom : name.bottom
        anchors.topMargin: Theme.portrait ? Theme.gap : Theme.space(4)
        columns: Theme.portrait ? Math.ceil((pages.count + 1) / 2) : 1
        spacing: Theme.gap

        Repeater {
            id: pages

            model: rail.area.rail

            delegate: RailButton {
                required property string page
                required number

                objectName: "rail-" + page
                buttonsPerRow: grid.columns
                once: true

                onTapped: rail.area.show(page)
            }
        }

        RailButton {
            chosen: false
            icon: "bold/sign-out"
            label: Translations.text("staff.leave")
            objectName: "leave"
            once: true
            buttonsPerRow: grid.columns
            visible: Theme.portrait

            onTapped: rail.area.leave()
        }
    }

    LanguageSwitch {
        id: languages

        anchors.horizontalCenter: parent.horizontalCenter
        shell: rail.area.shell
        y: Theme.portrait ? Theme.gap : leaveButton.y - height - Theme.gutter
    }

    RailButton {
        id: leaveButton

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gutter
        anchors.horizontalCenter: parent.horizontalCenter
        chosen: false
        edge: Theme.lineOnInk
        icon: "bold/sign-out"
        label: Translations.text("staff.leave")
        objectName: "leave"
        once: true
        buttonsPerRow: 1
        visible: !Theme.portrait

        onTapped: rail.area.leave()
    }
}
