pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The attract loop: one event after another; a tap anywhere opens the home page.
TapTarget {
    id: screen

    required property AttractPage page
    required property Shell shell

    label: Translations.text("screens.attract.touch")
    objectName: "attract"
    radius: 0

    onTapped: shell.goHome()

    Timer {
        interval: Theme.slide
        repeat: true
        running: screen.visible

        onTriggered: screen.page.advance()
    }

    Cover {
        anchors.fill: parent
        colour: screen.page.colour
        icon: screen.page.icon
        picture: screen.page.picture
        seed: screen.page.eventId
        shape: Theme.portrait ? "pillar" : "wall"
    }

    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.portrait ? Theme.margin : Theme.space(14)
        anchors.right: parent.right
        anchors.rightMargin: Theme.portrait ? Theme.margin : parent.width * 0.4
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.portrait ? parent.height * 0.06 : -foot.height / 2
        spacing: Theme.space(3)

        Badge {
            text: screen.page.badge
        }

        Label {
            color: Theme.onColour
            font.weight: Theme.control
            size: Theme.cardTitle
            text: screen.page.theme
            width: parent.width
        }

        Label {
            color: Theme.onColour
            font.weight: Theme.heavy
            lineHeight: Theme.titleLineHeight
            size: Theme.poster
            text: screen.page.title
            width: parent.width
        }

        Label {
            color: Theme.onColour
            size: Theme.cardTitle
            text: screen.page.line
            width: parent.width
        }
    }

    Rectangle {
        id: foot

        anchors.bottom: parent.bottom
        color: Theme.scrim
        height: begin.implicitHeight + Theme.space(8)
        width: parent.width

        Row {
            id: begin

            anchors.centerIn: parent
            spacing: Theme.gutter

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.accent
                name: "bold/hand-tap"
                side: Theme.iconLarge
            }

            Grid {
                anchors.verticalCenter: parent.verticalCenter
                columns: Theme.designWidth > 1700 ? 3 : 1
                columnSpacing: Theme.space(6)
                rowSpacing: Theme.space(1)

                Repeater {
                    model: screen.shell.languages

                    delegate: Label {
                        required property string touch

                        color: Theme.onColour
                        font.weight: Theme.strong
                        size: Theme.cardTitle
                        text: touch
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
}
