import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// What stands in the place of a page that had a fault and was closed.
Item {
    id: screen

    required property StaffArea area

    Column {
        anchors.centerIn: parent
        spacing: Theme.space(4)
        width: Math.min(parent.width - 2 * Theme.margin, Theme.space(130))

        Label {
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
            objectName: "fault"
            size: Theme.panel
            text: Translations.text("staff.fault.title")
            width: parent.width
        }

        Label {
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
            text: Translations.text("staff.fault.body")
            width: parent.width
        }

        StaffButton {
            anchors.horizontalCenter: parent.horizontalCenter
            label: Translations.text("staff.leave")
            objectName: "leave-fault"
            visible: !screen.area.isUnlocked

            onTapped: screen.area.leave()
        }
    }
}
