import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// One theme on the home page: titles, number of events, the next event.
TapTarget {
    id: tile

    required property string themeId
    required property string title
    required property string otherTitles
    required property string colour
    required property string icon
    required property string eventCount
    required property string nextEvent

    Accessible.description: [otherTitles, eventCount, nextEvent].filter(part => part).join(", ")
    implicitHeight: words.implicitHeight + (Theme.narrow ? Theme.space(17) : Theme.space(8))
    label: title
    radius: Theme.radiusTile

    Shadow {
        radius: tile.radius
    }

    Cover {
        anchors.fill: parent
        colour: tile.colour
        icon: tile.icon
        radius: tile.radius
        seed: tile.themeId
        shape: Theme.narrow ? "square" : "tile"
    }

    Column {
        id: words

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.space(4.5)
        anchors.right: parent.right
        spacing: Theme.space(1.25)

        Label {
            color: Theme.onColour
            font.weight: Theme.heavy
            lineHeight: Theme.titleLineHeight
            size: Theme.tile
            text: tile.title
            width: parent.width
        }

        Label {
            color: Theme.onColour
            size: Theme.body
            text: tile.otherTitles
            visible: text !== ""
            width: parent.width
        }

        Flow {
            spacing: Theme.space(1.5)
            topPadding: Theme.space(1)
            width: parent.width

            Badge {
                id: count

                colour: Theme.onColour
                fill: Theme.veilOnColour
                text: tile.eventCount
            }

            Label {
                color: Theme.onColour
                font.weight: Theme.control
                height: Math.max(implicitHeight, count.height)
                size: Theme.small
                text: tile.nextEvent
                visible: text !== "" && !Theme.narrow
                width: Math.min(implicitWidth, parent.width)
            }
        }
    }
}
