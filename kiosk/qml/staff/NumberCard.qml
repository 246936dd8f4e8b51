import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A large number with its label.
Rectangle {
    id: card

    required property string number
    required property string label
    required property string kind

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: column.implicitHeight + 2 * Theme.space(2.5)
    radius: Theme.radiusCard

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.top: parent.top
        anchors.topMargin: Theme.space(2.5)

        Label {
            color: Theme.kindColour(card.kind)
            font.weight: Theme.heavy
            size: Theme.panel
            text: card.number
            width: parent.width
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: card.label
            width: parent.width
        }
    }
}
