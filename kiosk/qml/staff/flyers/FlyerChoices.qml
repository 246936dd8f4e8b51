pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// What a flyer is about and how it is made.
Column {
    id: choices

    required property Models.FlyersPage page

    spacing: Theme.gutter

    SettingCard {
        icon: "bold/printer"
        note: Translations.text("flyers.what.note")
        title: Translations.text("flyers.what.title")
        width: parent.width

        Options {
            ways: choices.page.whats
            width: parent.width

            onChose: value => choices.page.choose("what", value)
        }

        Options {
            visible: choices.page.subject === "theme"
            ways: choices.page.themes
            width: parent.width

            onChose: value => choices.page.choose("theme", value)
        }

        Column {
            spacing: Theme.gap
            visible: choices.page.subject === "event"
            width: parent.width

            Repeater {
                model: choices.page.subject === "event" ? choices.page.events : null

                delegate: OfferCard {
                    required property int index
                    required property string title

                    label: title
                    objectName: "event-" + index
                    width: parent?.width ?? 0

                    onTapped: choices.page.chooseEvent(index)
                }
            }

            StaffButton {
                icon: "bold/arrow-down"
                label: Translations.text("flyers.more_events")
                objectName: "more-events"
                visible: choices.page.moreEvents

                onTapped: choices.page.more()
            }
        }
    }

    SettingCard {
        icon: "bold/translate"
        note: Translations.text("flyers.how.note")
        title: Translations.text("flyers.how.title")
        width: parent.width

        Options {
            ways: choices.page.languages
            width: parent.width

            onChose: value => choices.page.choose("language", value)
        }

        Options {
            visible: choices.page.kinded
            ways: choices.page.kinds
            width: parent.width

            onChose: value => choices.page.choose("kind", value)
        }

        Options {
            ways: choices.page.papers
            width: parent.width

            onChose: value => choices.page.choose("paper", value)
        }

        Options {
            ways: choices.page.inks
            width: parent.width

            onChose: value => choices.page.choose("ink", value)
        }
    }
}
