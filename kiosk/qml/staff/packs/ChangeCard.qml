import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// One event that differs: the kind of change, its title, and each difference in words.
Item {
    id: card

    required property string kind
    required property string badge
    required property string title
    required property string detail

    implicitHeight: Math.max(tag.height, column.implicitHeight) + 2 * Theme.space(2)

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.line
        height: Theme.hairline
    }

    Rectangle {
        id: tag

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.topMargin: Theme.space(2)
        color: Theme.kindTint(card.kind)
        height: badgeLabel.implicitHeight + Theme.space(1.5)
        radius: Theme.gap
        width: Theme.space(24)

        Label {
            id: badgeLabel

            anchors.centerIn: parent
            color: Theme.kindColour(card.kind)
            font.weight: Theme.strong
            horizontalAlignment: Text.AlignHCenter
            size: Theme.small
            text: card.badge
            width: parent.width - Theme.space(1)
        }
    }

    Column {
        id: column

        anchors.left: tag.right
        anchors.leftMargin: Theme.gutter
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space(2)
        spacing: Theme.space(0.5)

        Label {
            font.weight: Theme.strong
            text: card.title
            width: parent.width
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: card.detail
            visible: text !== ""
            width: parent.width
        }
    }
}
