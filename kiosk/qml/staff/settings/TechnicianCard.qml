pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The card for the technician's telephone number, with the keys to type another one.
SettingCard {
    id: card

    required property Models.TechnicianNumber technician
    readonly property bool editing: technician.isEditing

    icon: "bold/chat-circle-dots"
    note: Translations.text("choices.technician.note")
    title: Translations.text("choices.technician.title")

    Label {
        font.weight: Theme.strong
        objectName: "technician-number"
        size: Theme.cardTitle
        text: card.technician.text
        width: parent.width
    }

    Grid {
        columns: 3
        spacing: Theme.gap
        visible: card.technician.isEditing

        Repeater {
            model: card.technician.isEditing ? card.technician.keys : []

            delegate: PillButton {
                required property string modelData
                readonly property bool erases: modelData === "erase"

                edge: Theme.line
                fill: Theme.card
                icon: erases ? "bold/backspace" : ""
                label: erases ? Translations.text("choices.technician.erase") : modelData
                objectName: "phone-" + modelData
                radius: Theme.radiusButton
                repeats: true
                width: Theme.key
                wordless: erases

                onTapped: card.technician.press(modelData)
            }
        }
    }

    Flow {
        spacing: Theme.gap
        width: parent.width

        StaffButton {
            label: Translations.text("choices.technician.edit")
            objectName: "phone-edit"
            visible: !card.technician.isEditing

            onTapped: card.technician.edit()
        }

        StaffButton {
            label: Translations.text("choices.technician.leave")
            objectName: "phone-leave"
            visible: card.technician.isEditing

            onTapped: card.technician.leave()
        }

        StaffButton {
            enabled: card.technician.canSave
            label: Translations.text("choices.technician.save")
            main: true
            objectName: "phone-save"
            opacity: enabled ? 1 : 0.35
            visible: card.technician.isEditing

            onTapped: card.technician.save()
        }
    }
}
