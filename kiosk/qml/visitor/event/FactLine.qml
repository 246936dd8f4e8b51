import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A further fact of an event, in lines beside an icon: label, value, note.
Item {
    id: line

    required property string icon
    required property string label
    required property string text
    required property string note
    property string colour: String(Theme.ink)

    implicitHeight: words.implicitHeight

    Icon {
        id: glyph

        anchors.left: parent.left
        anchors.top: parent.top
        colour: line.colour
        name: "bold/" + line.icon
    }

    Column {
        id: words

        anchors.left: glyph.right
        anchors.leftMargin: Theme.space(2)
        anchors.right: parent.right
        spacing: Theme.space(0.25)

        Label {
            color: Theme.muted
            size: Theme.small
            text: line.label
            width: parent.width
        }

        Label {
            font.weight: Theme.control
            size: Theme.body
            text: line.text
            width: parent.width
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: line.note
            visible: text !== ""
            width: parent.width
        }
    }
}
