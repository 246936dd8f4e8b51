import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A number to see at a glance.
Rectangle {
    id: figure

    required property string number
    required property string label
    required property string kind

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: words.implicitHeight + 2 * Theme.space(2.5)
    radius: Theme.radiusCard

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.top: parent.top
        anchors.topMargin: Theme.space(2.5)

        Label {
            color: Theme.kindColour(figure.kind)
            font.weight: Theme.heavy
            size: Theme.panel
            text: figure.number
            width: parent.width
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: figure.label
            width: parent.width
        }
    }
}
