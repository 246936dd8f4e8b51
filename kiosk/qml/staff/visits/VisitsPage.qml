pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The page Visits: the counts of a week, a month or a year, and the buttons that save them as a table.
Item {
    id: screen

    required property Models.VisitsPage page

    Scroller {
        anchors.bottom: buttons.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        Label {
            font.weight: Theme.heavy
            lineHeight: Theme.titleLineHeight
            size: Theme.title
            text: Translations.text("staff.page.visits")
            width: parent.width
        }

        Flow {
            spacing: Theme.gap
            width: parent.width

            Repeater {
                model: screen.page.periods

                delegate: PillButton {
                    required property int index

                    required chosen
                    required label
                    objectName: "period-" + index
                    once: true
                    radius: Theme.radiusButton

                    onTapped: screen.page.choose(index)
                }
            }
        }

        Label {
            color: Theme.muted
            objectName: "visits-dates"
            text: screen.page.dates
            visible: text !== ""
            width: parent.width
        }

        Label {
            color: Theme.bad
            font.weight: Theme.control
            objectName: "visits-trouble"
            text: screen.page.problem
            visible: text !== ""
            width: parent.width
        }

        NumberGrid {
            id: numbers

            numbers: screen.page.numbers
            width: parent.width
        }

        ColumnChart {
            rows: screen.page.time
            visible: numbers.count > 0
            width: parent.width
        }

        Grid {
            id: rankings

            readonly property int cell: (width - (columns - 1) * columnSpacing) / columns

            columnSpacing: Theme.gutter
            columns: Theme.portrait || Theme.narrow ? 1 : 2
            rowSpacing: Theme.gutter
            width: parent.width

            BarList {
                heading: Translations.text("visits.top")
                rows: screen.page.events
                width: rankings.cell
            }

            BarList {
                heading: Translations.text("visits.languages")
                rows: screen.page.languages
                width: rankings.cell
            }
        }

        Label {
            color: Theme.muted
            objectName: "visits-privacy"
            size: Theme.small
            text: Translations.text("visits.privacy")
            width: parent.width
        }
    }

    SaveBar {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        failed: screen.page.hasFailed
        message: screen.page.message
        offered: screen.page.canSave

        onChosen: format => screen.page.save(format)
    }
}
