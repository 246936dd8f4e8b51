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

    Repeater {
        model: marked.text.split(" ")

        delegate: Row {
            id: word

            required property string modelData

            Repeater {
                model: word.modelData.split("\t")

                delegate: Rectangle {
                    id: part

                    required property int index
                    required property string modelData

                    color: index % 2 ? Theme.mark : Theme.clear
                    height: letters.implicitHeight
                    objectName: index % 2 ? "mark" : ""
                    radius: Theme.outline
                    visible: modelData !== ""
                    width: letters.implicitWidth

                    Words {
                        id: letters

                        color: marked.colour
                        font.weight: marked.weight
                        lineHeight: 1
                        size: marked.size
                        text: part.modelData
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
}
