pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.theme

// Which of several is seen: a dot for each, that one filled.
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
