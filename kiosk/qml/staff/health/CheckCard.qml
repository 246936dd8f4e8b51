import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// How one part of the kiosk stands: by colour, by sign and in words, with what to do.
Item {
    id: card

    required property string level
    required property string icon
    required property string word
    required property string name
    required property string value
    required property string remedy
    readonly property color colour: Theme.levelColour(level)

    implicitHeight: words.implicitHeight + 2 * Theme.space(2)

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.line
        height: Theme.hairline
    }

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.top: words.top
        colour: card.colour
        name: card.icon
    }

    Column {
        id: words

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
