import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels

// A new PIN: it is valid once staff have said that they have written it down.
Item {
    id: screen

    required property StaffArea area
    readonly property NewPin pin: area.newPin

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

        DrawnText {
            drawn: screen.pin.digits
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
            objectName: "new-pin"
            size: Theme.poster
            width: parent.width
        }

        Label {
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
            objectName: "new-pin-line"
            text: screen.pin.message
            width: parent.width
        }

        StaffButton {
            anchors.horizontalCenter: parent.horizontalCenter
            enabled: !screen.pin.isSaving
            label: Translations.text("staff.keep.done")
            main: true
            objectName: "kept"

            onTapped: screen.pin.keep()
        }

        StaffButton {
            anchors.horizontalCenter: parent.horizontalCenter
            enabled: !screen.pin.isSaving
            label: Translations.text("staff.keep.cancel")
            objectName: "not-kept"

            onTapped: screen.area.leaveNewPin()
        }
    }
}
