pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The days of a month in rows of a week, below the names of the weekdays.
Item {
    id: grid

    required property DayRows days
    required property list<string> weekdays
    readonly property int head: Theme.space(4.5)
    readonly property int rows: Math.ceil(cells.count / 7)
    readonly property real cellWidth: (width - 6 * Theme.gap) / 7
    readonly property real cellHeight: (height - head - (rows - 1) * Theme.gap) / rows

    implicitHeight: head + rows * Theme.touch + (rows - 1) * Theme.gap

    signal chosen(string date)

    Repeater {
        model: grid.weekdays

        delegate: Label {
            required property int index
            required property string modelData

            color: Theme.muted
            font.weight: Theme.control
            horizontalAlignment: Text.AlignHCenter
            size: Theme.small
            text: modelData
            width: grid.cellWidth
            x: index * (grid.cellWidth + Theme.gap)
        }
    }

    Repeater {
        id: cells

        model: grid.days

        delegate: DayCell {
            required property int index

            required chosen
            height: grid.cellHeight
            visible: date !== ""
            width: grid.cellWidth
            x: index % 7 * (grid.cellWidth + Theme.gap)
            y: grid.head + Math.floor(index / 7) * (grid.cellHeight + Theme.gap)

            onTapped: grid.chosen(date)
        }
    }
}
