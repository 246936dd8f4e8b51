import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The card for the opening hours: the days, whether the Corner is open on them, and from when to when.
SettingCard {
    id: card

    required property Models.WeekEditor week

    icon: "bold/clock"
    note: Translations.text("choices.hours.note")
    title: Translations.text("choices.hours.title")

    Label {
        color: Theme.muted
        size: Theme.small
        text: Translations.text("choices.hours.days")
        width: parent.width
    }

    OptionGrid {
        objectName: "hours-days"
        options: card.week.days
        width: parent.width

        onSelected: value => card.week.toggleDay(value)
    }

    OptionGrid {
        options: card.week.states
        width: parent.width

        onSelected: value => card.week.setState(value)
    }

    Flow {
        spacing: Theme.gutter
        visible: card.week.isOpen
        width: parent.width

        TimeStepper {
            label: Translations.text("choices.hours.opening")
            name: "opening"
            time: card.week.opening

            onMoved: steps => card.week.moveOpening(steps)
        }

        TimeStepper {
            label: Translations.text("choices.hours.closing")
            name: "closing"
            time: card.week.closing

            onMoved: steps => card.week.moveClosing(steps)
        }
    }

    Label {
        font.weight: Theme.strong
        objectName: "hours-line"
        text: card.week.line
        width: parent.width
    }
}
