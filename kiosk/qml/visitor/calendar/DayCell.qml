pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// One day of the month: its number, and below it the number of events with a bar in the colours of their themes.
TapTarget {
    id: cell

    required property string date
    required property string number
    required property string fullDate
    required property string eventCountText
    required property string eventCount
    required property list<string> colours
    required property bool isToday
    required property bool isPast

    Accessible.description: eventCountText
    label: fullDate
    objectName: "day-" + date

    Rectangle {
        anchors.fill: parent
        border.color: cell.isToday ? Theme.accent : cell.chosen ? Theme.ink : Theme.line
        border.width: cell.isToday ? Theme.outline : Theme.hairline
        color: cell.chosen ? Theme.ink : Theme.card
        radius: cell.radius
    }

    Label {
        anchors.left: parent.left
        anchors.leftMargin: Theme.space(1.5)
        anchors.top: parent.top
        anchors.topMargin: Theme.space(0.75)
        color: cell.chosen ? Theme.onColour : cell.isPast ? Theme.muted : Theme.ink
        font.weight: cell.isPast ? Theme.control : Theme.heavy
        size: Theme.body
        text: cell.number
        wrapMode: Text.NoWrap
    }

    Row {
        id: bar

        anchors.left: parent.left
        anchors.leftMargin: Theme.space(1.5)
        anchors.right: count.left
        anchors.rightMargin: Theme.space(1)
        anchors.verticalCenter: count.verticalCenter
        spacing: Theme.px(3)

        Repeater {
            id: colours

            model: cell.colours

            delegate: Rectangle {
                required property string modelData

                border.color: Theme.onColour
                border.width: cell.chosen ? Theme.hairline : 0
                color: modelData
                height: Theme.space(1.5)
                radius: height / 2
                width: (bar.width - (colours.count - 1) * bar.spacing) / colours.count
            }
        }
    }

    Label {
        id: count

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(0.75)
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(1.5)
        color: cell.chosen ? Theme.onColour : Theme.muted
        font.weight: Theme.strong
        size: Theme.small
        text: cell.eventCount
        wrapMode: Text.NoWrap
    }
}
