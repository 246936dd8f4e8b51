import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels

// A new PIN, shown only this once.
Item {
    id: screen

    required property StaffArea area

    LanguageSwitch {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.space(5)
        shell: screen.area.shell
    }

    Column {
        anchors.centerIn: parent
        spacing: Theme.space(4)
        width: Math.min(parent.width - 2 * Theme.margin, Theme.space(130))

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "bold/key"
            side: Theme.iconLarge
        }

        Label {
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
            size: Theme.panel
            text: Translations.text("staff.keep.title")
            width: parent.width
        }

        Label {
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
            objectName: "new-pin"
            size: Theme.poster
            text: screen.area.newPin
            width: parent.width
        }

        Label {
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
            text: Translations.text("staff.keep.body")
            width: parent.width
        }

        StaffButton {
            anchors.horizontalCenter: parent.horizontalCenter
            label: Translations.text("staff.keep.done")
            main: true
            objectName: "kept"

            onTapped: screen.area.leave()
        }
    }
}
