import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels

// The programme that was rolled back from: still on the disk, so that it can be shown again without a stick.
SettingCard {
    id: card

    required property OtherProgramme other

    icon: "bold/package"
    note: ""
    title: card.other.forwardNote

    StaffButton {
        label: card.other.forwardLabel
        objectName: "go-forward"

        onTapped: card.other.askForward()
    }
}
