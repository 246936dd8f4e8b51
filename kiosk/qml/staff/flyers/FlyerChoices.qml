pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The choices for a flyer: its subject, languages, kind, paper and ink.
Column {
    id: choices

    required property Models.FlyersPage page

    spacing: Theme.gutter

    SettingCard {
        icon: "bold/printer"
        note: Translations.text("flyers.what.note")
        title: Translations.text("flyers.what.title")
        width: parent.width

        OptionGrid {
            options: choices.page.subjects
            width: parent.width

            onSelected: value => choices.page.choose("subject", value)
        }

        OptionGrid {
            visible: choices.page.subject === "theme"
            options: choices.page.themes
            width: parent.width

            onSelected: value => choices.page.choose("theme", value)
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
                once: false
                visible: choices.page.hasMoreEvents

                onTapped: choices.page.listMoreEvents()
            }
        }
    }

    SettingCard {
        icon: "bold/translate"
        note: Translations.text("flyers.how.note")
        title: Translations.text("flyers.how.title")
        width: parent.width

        OptionGrid {
            options: choices.page.languages
            width: parent.width

            onSelected: value => choices.page.choose("language", value)
        }

        OptionGrid {
            visible: choices.page.hasKinds
            options: choices.page.kinds
            width: parent.width

            onSelected: value => choices.page.choose("kind", value)
        }

        OptionGrid {
            options: choices.page.papers
            width: parent.width

            onSelected: value => choices.page.choose("paper", value)
        }

        OptionGrid {
            options: choices.page.inks
            width: parent.width

            onSelected: value => choices.page.choose("ink", value)
        }
    }
}
