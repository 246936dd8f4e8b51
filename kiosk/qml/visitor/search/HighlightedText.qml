pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A text of ResultRow: parts between two tabs are highlighted. It is a TextEdit, which unlike Text gives the positions
// of its letters; it cannot be edited.
Item {
    id: marked

    required property string text
    property color colour: Theme.ink
    property int size: Theme.body
    property int weight: Theme.regular
    readonly property list<string> parts: text.split("\t")

    implicitHeight: words.implicitHeight

    TextEdit {
        id: words

        function at(part: int): rect {
            const before = marked.parts.slice(0, part).join("");
            return contentWidth > 0 && text.length >= before.length ? positionToRectangle(before.length) : Qt.rect(0, 0, 0, 0);
        }

        Accessible.name: text
        Accessible.role: Accessible.StaticText
        activeFocusOnPress: false
        color: marked.colour
        enabled: false
        font.family: Theme.family
        font.pixelSize: Words.fit(text, marked.size, marked.width)
        font.weight: marked.weight
        readOnly: true
        renderType: TextEdit.NativeRendering
        text: marked.parts.join("")
        textFormat: TextEdit.PlainText
        width: marked.width
        wrapMode: TextEdit.Wrap
    }

    Repeater {
        model: marked.parts.length >> 1

        delegate: Rectangle {
            required property int index
            readonly property int part: 2 * index + 1
            readonly property string text: marked.parts[part] ?? ""
            readonly property rect from: words.at(part)
            readonly property rect to: words.at(part + 1)

            color: Theme.mark
            height: from.height
            objectName: "mark"
            radius: Theme.outline
            width: to.x - from.x
            x: from.x
            y: from.y
            z: -1
        }
    }
}
