pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The outdated flyers: which, why, and the button that reprints just those.
SettingCard {
    id: card

    required property Models.FlyersPage page
    readonly property Models.OutdatedFlyers outdated: page.outdated

    icon: "bold/warning"
    note: Translations.text("flyers.wall.note")
    title: card.outdated.headline

    Flow {
        spacing: Theme.gap
        width: parent.width

        StaffButton {
            enabled: !card.page.job.isRunning
            icon: "bold/printer"
            label: Translations.text("flyers.renew")
            main: true
            objectName: "renew"
            visible: card.outdated.hasReprintable

            onTapped: card.page.reprintOutdated()
        }

        StaffButton {
            label: Translations.text("flyers.down")
            objectName: "down"
            visible: card.outdated.hasUnprintable

            onTapped: card.outdated.markRemoved()
        }
    }

    Column {
        spacing: Theme.gap
        width: parent.width

        Repeater {
            model: card.outdated.rows

            delegate: Column {
                id: sheet

                required property string title
                required property string why
                required property bool renewable

                width: parent?.width ?? 0

                Label {
                    font.weight: Theme.strong
                    text: sheet.title
                    width: parent.width
                }

                Label {
                    color: sheet.renewable ? Theme.moved : Theme.bad
                    size: Theme.small
                    text: sheet.why
                    width: parent.width
                }
            }
        }
    }
}
