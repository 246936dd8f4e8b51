import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// One event in a list: cover, title, time, place, status.
TapTarget {
    id: card

    required property string eventId
    required property string title
    required property string titleNote
    required property string when
    required property string where
    required property string colour
    required property string icon
    required property string picture
    required property string flag
    required property string flagText
    required property string badge
    property alias later: cover.later

    Accessible.description: [flagText || badge, when, where].filter(part => part).join(", ")
    implicitHeight: Math.ceil(cover.height + facts.implicitHeight + 2 * Theme.inset)
    label: title
    opens: eventId
    radius: Theme.radiusCard

    Shadow {}

    Rectangle {
        anchors.fill: parent
        color: Theme.card
        radius: card.radius
    }

    Cover {
        id: cover

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        colour: card.colour
        height: Theme.cover
        icon: card.icon
        picture: card.picture
        radius: card.radius
        seed: card.eventId
    }

    Badge {
        anchors.left: parent.left
        anchors.margins: Theme.space(2)
        anchors.top: parent.top
        colour: card.flag ? Theme.onColour : Theme.ink
        fill: card.flag ? Theme.flagColour(card.flag) : Theme.accent
        text: card.flagText || card.badge
    }

    Column {
        id: facts

        anchors.left: parent.left
        anchors.margins: Theme.inset
        anchors.right: parent.right
        anchors.top: cover.bottom
        spacing: Theme.space(1.5)

        Label {
            font.weight: Theme.strong
            elide: Text.ElideRight
            lineHeight: Theme.titleLineHeight
            maximumLineCount: 4
            size: Theme.cardTitle
            text: card.title
            width: parent.width
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: card.titleNote
            visible: text !== ""
            width: parent.width
        }

        IconLine {
            icon: "bold/calendar-blank"
            text: card.when
            width: parent.width
        }

        IconLine {
            icon: "bold/map-pin"
            text: card.where
            width: parent.width
        }
    }
}
