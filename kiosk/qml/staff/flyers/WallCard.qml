pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// Flyers on the wall that are wrong now: which, why, and the one button that prints just those again.
SettingCard {
    id: card

    required property Models.FlyersPage page
    readonly property Models.FlyerWall wall: page.wall

    icon: "bold/warning"
    note: Translations.text("flyers.wall.note")
    title: card.wall.headline

    Flow {
        spacing: Theme.gap
        width: parent.width

        StaffButton {
            enabled: !card.page.work.running
            icon: "bold/printer"
            label: Translations.text("flyers.renew")
            main: true
            objectName: "renew"
            visible: card.wall.renewable

            onTapped: card.page.renew()
        }

        StaffButton {
            label: Translations.text("flyers.down")
            objectName: "down"
            visible: card.wall.ended

            onTapped: card.wall.takeDown()
        }
    }

    Column {
        spacing: Theme.gap
        width: parent.width

        Repeater {
            model: card.wall.rows

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
