pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.theme

// Shows which of several items is visible: a dot for each, the current one filled.
Row {
    id: dots

    required property int count
    required property int currentIndex

    spacing: Theme.space(1)

    Repeater {
        model: dots.count

        delegate: Rectangle {
            required property int index

            border.color: Theme.onColour
            border.width: Theme.hairline
            color: index === dots.currentIndex ? Theme.onColour : Theme.clear
            height: Theme.space(2)
            radius: height / 2
            width: height
        }
    }
}
