import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// The card of one setting: icon, title, note, and below them its controls.
Rectangle {
    id: card

    required property string icon
    required property string title
    required property string note
    default property alias content: controls.data

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: controls.y + controls.implicitHeight + Theme.space(3)
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
        id: words

        anchors.left: cardIcon.right
        anchors.leftMargin: Theme.inset
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.top: parent.top
        anchors.topMargin: Theme.space(3)
        spacing: Theme.space(0.5)

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

    // On a nearly square screen they have the place below the icon too.
    Column {
        id: controls

        anchors.left: Theme.narrow ? parent.left : words.left
        anchors.leftMargin: Theme.narrow ? Theme.inset : 0
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        spacing: Theme.gap
        y: words.y + words.height + (implicitHeight > 0 ? Theme.gap : 0)
    }
}
