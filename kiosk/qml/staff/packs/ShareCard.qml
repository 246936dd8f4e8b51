import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The network folder: when it was looked at last, what came of it, and the button that looks now.
SettingCard {
    id: card

    required property Models.ShareCard share

    icon: "bold/network"
    note: card.share.result
    title: card.share.line

    StaffButton {
        enabled: card.share.canLook
        icon: "bold/arrow-counter-clockwise"
        label: Translations.text("staff.share.look")
        objectName: "look-now"
        opacity: enabled ? 1 : 0.35

        onTapped: card.share.lookNow()
    }
}
