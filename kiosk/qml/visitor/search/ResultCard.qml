import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A search result: a small cover, the title with its matches highlighted, time and place. Hidden without an event.
TapTarget {
    id: card

    required property string eventId
    required property string title
    required property string highlightedTitle
    required property string highlightedExcerpt
    required property string titleNote
    required property string details
    required property string colour
    required property string icon
    required property string picture
    required property string flag
    required property string flagText

    Accessible.description: [flagText, details].filter(part => part).join(", ")
    implicitHeight: Math.max(cover.height, facts.implicitHeight) + 2 * Theme.gap
    label: title
    opens: eventId
    radius: Theme.radiusCard
    visible: eventId !== ""

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: Theme.hairline
        color: Theme.card
        radius: card.radius
    }

    Cover {
        id: cover

        anchors.left: parent.left
        anchors.margins: Theme.gap
        anchors.top: parent.top
        colour: card.colour
        height: Theme.touch
        icon: card.icon
        picture: card.picture
        radius: Theme.radiusButton
        seed: card.eventId
        shape: "small"
        width: Theme.touch
    }

    Column {
        id: facts

        anchors.left: cover.right
        anchors.margins: Theme.gap
        anchors.right: parent.right
        spacing: Theme.space(0.5)
        y: cover.y + Math.max(0, (cover.height - implicitHeight) / 2)

        Badge {
            colour: Theme.onColour
            fill: Theme.flagColour(card.flag)
            text: card.flagText
        }

        HighlightedText {
            text: card.highlightedTitle
            weight: Theme.strong
            width: parent.width
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: card.titleNote
            visible: text !== ""
            width: parent.width
        }

        HighlightedText {
            size: Theme.small
            text: card.highlightedExcerpt
            visible: card.highlightedExcerpt !== ""
            width: parent.width
        }

        Label {
            color: Theme.muted
            elide: Text.ElideRight
            maximumLineCount: 2
            size: Theme.small
            text: card.details
            width: parent.width
        }
    }
}
