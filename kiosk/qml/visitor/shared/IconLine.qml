import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A small icon with its text.
Item {
    id: line

    required property string icon
    required property string text
    property color colour: Theme.muted
    property int size: Theme.small

    implicitHeight: Math.max(words.implicitHeight, glyph.height)
    visible: text !== ""

    Icon {
        id: glyph

        colour: line.colour
        name: line.icon
        side: Theme.iconSmall
    }

    Label {
        id: words

        anchors.left: glyph.right
        anchors.leftMargin: Theme.space(1.5)
        anchors.right: parent.right
        anchors.top: parent.top
        color: line.colour
        elide: Text.ElideRight
        maximumLineCount: 3
        size: line.size
        text: line.text
    }
}
