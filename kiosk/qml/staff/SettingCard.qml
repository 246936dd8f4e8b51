import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// One thing that staff may set: what it is, what it means, and below it what there is to touch.
Rectangle {
    id: card

    required property string icon
    required property string title
    required property string note
    default property alias content: column.data

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: column.implicitHeight + 2 * Theme.space(3)
    radius: Theme.radiusCard

    Icon {
        id: glyph

        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        anchors.top: parent.top
        anchors.topMargin: Theme.space(3)
        name: card.icon
    }

    Column {
        id: column

        anchors.left: glyph.right
        anchors.leftMargin: Theme.inset
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.top: parent.top
        anchors.topMargin: Theme.space(3)
        spacing: Theme.gap

        Column {
            spacing: Theme.space(0.5)
            width: parent.width

            Label {
                font.weight: Theme.strong
                size: Theme.cardTitle
                text: card.title
                width: parent.width
            }

            Label {
                color: Theme.muted
                size: Theme.small
                text: card.note
                width: parent.width
            }
        }
    }
}
