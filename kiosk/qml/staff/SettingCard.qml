import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// The card of one setting: icon, title, note, and below them its controls.
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
        id: cardIcon

        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        anchors.top: parent.top
        anchors.topMargin: Theme.space(3)
        name: card.icon
    }

    Column {
        id: column

        anchors.left: cardIcon.right
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
                visible: text !== ""
                width: parent.width
            }
        }
    }
}
