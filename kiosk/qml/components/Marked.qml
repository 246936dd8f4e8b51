pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.theme

// A text word by word, as ResultRow tells it: what stands between two tabs within a word is marked.
Flow {
    id: marked

    required property string text
    property color colour: Theme.ink
    property int size: Theme.body
    property int weight: Theme.regular

    spacing: Math.round(size * 0.26)

    FontMetrics {
        id: letters

        font.family: Theme.family
        font.pixelSize: marked.size
        font.weight: marked.weight
    }

    Repeater {
        model: marked.text.split(" ")

        delegate: Words {
            id: word

            required property string modelData
            readonly property list<string> parts: modelData.split("\t")

            color: marked.colour
            font.weight: marked.weight
            lineHeight: 1
            size: marked.size
            text: parts.join("")
            wrapMode: Text.NoWrap

            Repeater {
                model: word.parts.length >> 1

                delegate: Rectangle {
                    required property int index
                    readonly property string text: word.parts[2 * index + 1]

                    color: Theme.mark
                    height: word.height
                    objectName: "mark"
                    radius: Theme.outline
                    width: letters.advanceWidth(text)
                    x: letters.advanceWidth(word.parts.slice(0, 2 * index + 1).join(""))
                    z: -1
                }
            }
        }
    }
}
