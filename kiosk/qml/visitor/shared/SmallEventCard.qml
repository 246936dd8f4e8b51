import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// An event in two or three lines, of the same height whatever its texts; its page has them whole.
TapTarget {
    id: card

    required property string title
    required property string when
    required property string where
    required property string colour
    required property string flag
    required property string flagText

    Accessible.description: [flagText, when, where].filter(part => part).join(", ")
    implicitHeight: Theme.space(14)
    label: title
    radius: Theme.radiusButton

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: Theme.hairline
        color: Theme.card
        radius: card.radius
    }

    Rectangle {
        bottomLeftRadius: card.radius
        color: card.colour
        height: card.height
        topLeftRadius: card.radius
        width: Theme.space(1.5)
    }

    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.space(4)
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(2)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space(0.75)

        FittedLabel {
            weight: Theme.strong
            steps: [Qt.size(28, 1), Qt.size(24, 2)]
            text: card.title
            width: parent.width
        }

        Label {
            color: card.flag ? Theme.flagColour(card.flag) : Theme.muted
            elide: Text.ElideRight
            maximumLineCount: 1
            size: Theme.small
            text: [card.flagText, card.when, card.where].filter(part => part).join(" · ")
            width: parent.width
        }
    }
}
