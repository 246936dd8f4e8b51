import QtQuick
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The card for a new PIN. Staff are asked once more, because the present PIN is replaced. 'No' takes the place of the first
// button, so that a double tap does nothing.
SettingCard {
    id: card

    required property Models.SettingsPage page

    icon: "bold/key"
    note: Translations.text(card.page.asksNewPin ? "choices.pin.doubt" : "choices.pin.note")
    title: Translations.text("choices.pin.title")

    Flow {
        spacing: Theme.gap
        width: parent.width

        StaffButton {
            label: Translations.text("choices.pin.make")
            objectName: "new-pin"
            visible: !card.page.asksNewPin

            onTapped: card.page.askNewPin(true)
        }

        StaffButton {
            label: Translations.text("choices.pin.no")
            objectName: "new-pin-no"
            visible: card.page.asksNewPin

            onTapped: card.page.askNewPin(false)
        }

        StaffButton {
            label: Translations.text("choices.pin.yes")
            main: true
            objectName: "new-pin-yes"
            visible: card.page.asksNewPin

            onTapped: card.page.makePin()
        }
    }
}
