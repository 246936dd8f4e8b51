pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A line of the home page's header and, in green, until when the Corner is open; below each other where they have no room.
Flow {
    id: facts

    required property string text
    property string openingText: ""
    property bool strong: false

    spacing: Theme.space(1.5)

    Fact {
        color: facts.strong ? Theme.ink : Theme.muted
        font.weight: facts.strong ? Theme.strong : Theme.regular
        text: facts.text
    }

    Fact {
        color: Theme.good
        font.weight: Theme.strong
        text: facts.openingText
        visible: text !== ""
    }

    // As wide as its text or the header; at most of two lines, of one where they are short.
    component Fact: Label {
        id: fact

        readonly property TextMetrics line: TextMetrics {
            font.family: Theme.family
            font.pixelSize: Theme.label
            font.weight: Theme.strong
            text: fact.text
        }

        elide: Text.ElideRight
        maximumLineCount: Theme.narrow ? 1 : 2
        room: facts.width
        size: Theme.label
        width: Math.min(Math.ceil(line.advanceWidth) + 1, room)
    }
}
