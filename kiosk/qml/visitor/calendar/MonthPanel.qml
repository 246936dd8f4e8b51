pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// A month with buttons to the neighbouring months, the legend, and buttons for today and the undated events.
ColumnLayout {
    id: panel

    required property CalendarPage page
    property int indent: 0

    spacing: Theme.gap

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: panel.indent
        spacing: Theme.gap

        PillButton {
            icon: "bold/arrow-left"
            label: panel.page.previous
            objectName: "month-before"
            radius: Theme.radiusButton

            onTapped: panel.page.shiftMonth(-1)
        }

        Label {
            Layout.fillWidth: true
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
            lineHeight: Theme.titleLineHeight
            objectName: "month"
            size: Theme.narrow ? Theme.cardTitle : Theme.panel
            text: panel.page.title
        }

        PillButton {
            icon: "bold/arrow-right"
            iconLast: true
            label: panel.page.next
            objectName: "month-after"
            radius: Theme.radiusButton

            onTapped: panel.page.shiftMonth(1)
        }
    }

    MonthGrid {
        Layout.fillHeight: true
        Layout.fillWidth: true
        days: panel.page.days
        weekdays: panel.page.weekdays

        onChosen: date => panel.page.selectDay(date)
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space(2)
        visible: legend.count > 0

        Repeater {
            id: legend

            model: panel.page.legend

            delegate: Row {
                id: meaning

                required property string colour
                required property string title

                spacing: Theme.space(1)

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    color: meaning.colour
                    height: Theme.space(1.5)
                    radius: height / 2
                    width: Theme.space(4)
                }

                Label {
                    size: Theme.small
                    text: meaning.title
                    width: Math.min(implicitWidth, panel.width - Theme.space(5))
                }
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        PillButton {
            chosen: panel.page.todaySelected
            icon: "bold/calendar-blank"
            label: Translations.text("screens.badge.today")
            objectName: "today"
            visible: panel.page.hasToday

            onTapped: panel.page.goToday()
        }

        PillButton {
            chosen: panel.page.undatedSelected
            icon: "bold/question"
            label: panel.page.undatedLabel
            objectName: "undated"
            visible: label !== ""

            onTapped: panel.page.selectUndated()
        }

        Item {
            Layout.fillWidth: true
        }
    }
}
