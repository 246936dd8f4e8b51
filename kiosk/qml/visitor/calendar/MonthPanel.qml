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
    readonly property real room: height - head.implicitHeight - days.implicitHeight - foot.implicitHeight - 3 * spacing

    spacing: Theme.gap

    RowLayout {
        id: head

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
            Layout.preferredWidth: 1
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
        id: days

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: implicitHeight
        days: panel.page.days
        weekdays: panel.page.weekdays

        onChosen: date => panel.page.selectDay(date)
    }

    // The names of as many themes as the days leave room for; a card of the agenda has the colour of its theme too.
    Flow {
        id: names

        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(0, Math.min(implicitHeight, panel.room))
        clip: true
        spacing: Theme.space(2)
        visible: legend.count > 0

        Repeater {
            id: legend

            model: panel.page.legend

            delegate: Row {
                id: meaning

                required property string colour
                required property string title

                opacity: y + height > names.height + 1 ? 0 : 1
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
                    room: panel.width - Theme.space(5)
                    width: Math.min(implicitWidth, room)
                }
            }
        }
    }

    RowLayout {
        id: foot

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
