import QtQuick
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The card that switches the computer off or restarts it. 'No' takes the place of the first button, so that a double tap
// does nothing.
SettingCard {
    id: card

    required property Models.ComputerPower power
    readonly property bool asking: power.isAsking

    icon: "bold/power"
    note: card.power.note
    title: Translations.text("choices.power.title")

    Flow {
        spacing: Theme.gap
        visible: card.power.isIdle || card.power.isAsking
        width: parent.width

        StaffButton {
            label: Translations.text("choices.power.off")
            objectName: "power-off"
            visible: card.power.isIdle

            onTapped: card.power.askOff()
        }

        StaffButton {
            label: Translations.text("choices.power.restart")
            objectName: "power-restart"
            visible: card.power.isIdle

            onTapped: card.power.askRestart()
        }

        StaffButton {
            label: Translations.text("choices.power.no")
            objectName: "power-no"
            visible: card.power.isAsking

            onTapped: card.power.refuse()
        }

        StaffButton {
            label: card.power.yesLabel
            main: true
            objectName: "power-yes"
            visible: label !== ""

            onTapped: card.power.confirm()
        }
    }
}
