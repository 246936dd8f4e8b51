import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// One fact of an event: a small label, the value in bold, a note below.
Rectangle {
    id: fact

    required property string icon
    required property string label
    required property string text
    required property string note
    property string colour: String(Theme.ink)

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: words.implicitHeight + 2 * Theme.space(2.25)
    radius: Theme.radiusCard

    Icon {
        id: glyph

        anchors.left: parent.left
        anchors.leftMargin: Theme.space(3)
        anchors.top: parent.top
        anchors.topMargin: Theme.space(3)
        colour: fact.colour
        name: "bold/" + fact.icon
    }

    Column {
        id: words

        anchors.left: glyph.right
        anchors.leftMargin: Theme.space(2.5)
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(2.5)
        anchors.top: parent.top
        anchors.topMargin: Theme.space(2.25)
        spacing: Theme.space(0.25)

        Label {
            color: Theme.muted
            size: Theme.small
            text: fact.label
            width: parent.width
        }

        Label {
            font.weight: Theme.strong
            size: Theme.body
            text: fact.text
            width: parent.width
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: fact.note
            visible: text !== ""
            width: parent.width
        }
    }
}
