import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// The finding of one health check: by colour, icon and words, with the remedy.
Item {
    id: card

    required property string level
    required property string icon
    required property string word
    required property string name
    required property string value
    required property string remedy
    readonly property color colour: Theme.levelColour(level)

    implicitHeight: column.implicitHeight + 2 * Theme.space(2)

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.line
        height: Theme.hairline
    }

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.top: column.top
        colour: card.colour
        name: card.icon
    }

    Column {
        id: column

        anchors.left: sign.right
        anchors.leftMargin: Theme.gutter
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space(2)
        spacing: Theme.space(0.5)

        Label {
            color: card.colour
            font.weight: Theme.strong
            text: card.name + " · " + card.word
            width: parent.width
        }

        Label {
            size: Theme.small
            text: card.value
            width: parent.width
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }

        Label {
            font.weight: Theme.control
            size: Theme.small
            text: "→ " + card.remedy
            visible: card.remedy !== ""
            width: parent.width
        }
    }
}
