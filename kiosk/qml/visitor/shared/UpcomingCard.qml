import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// One upcoming event: its date on a block in the theme's colour, its title, its place.
TapTarget {
    id: card

    required property string eventId
    required property string title
    required property string when
    required property string where
    required property string colour
    required property string flag
    required property string flagText
    required property string badge
    required property string dateTop
    required property string dateMain

    Accessible.description: [flagText || badge, when, where].filter(part => part).join(", ")
    implicitHeight: Math.ceil(Math.max(Theme.space(18), facts.implicitHeight + 2 * Theme.space(2.5)))
    label: title
    opens: eventId
    radius: Theme.radiusCard

    Shadow {}

    Rectangle {
        anchors.fill: parent
        color: Theme.card
        radius: card.radius
    }

    Rectangle {
        id: block

        bottomLeftRadius: card.radius
        color: card.colour
        height: parent.height
        topLeftRadius: card.radius
        width: Theme.space(15)

        Column {
            anchors.centerIn: parent
            width: parent.width - Theme.space(1)

            Label {
                color: Theme.onColour
                font.weight: Theme.control
                horizontalAlignment: Text.AlignHCenter
                size: Theme.small
                text: card.dateTop
                visible: text !== ""
                width: parent.width
            }

            Label {
                color: Theme.onColour
                font.weight: Theme.heavy
                horizontalAlignment: Text.AlignHCenter
                lineHeight: Theme.titleLineHeight
                size: Theme.block
                text: card.dateMain
                visible: text !== ""
                width: parent.width
            }
        }
    }

    Column {
        id: facts

        anchors.left: block.right
        anchors.leftMargin: Theme.space(2.5)
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(2)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space(0.75)

        Label {
            font.weight: Theme.strong
            elide: Text.ElideRight
            lineHeight: Theme.titleLineHeight
            maximumLineCount: 4
            size: Theme.body
            text: card.title
            width: parent.width
        }

        Label {
            color: card.flag ? Theme.flagColour(card.flag) : Theme.muted
            elide: Text.ElideRight
            font.weight: card.flag ? Theme.strong : Theme.regular
            maximumLineCount: 3
            size: Theme.small
            text: [card.flagText || card.badge, card.where].filter(part => part).join(" · ")
            width: parent.width
        }
    }
}
