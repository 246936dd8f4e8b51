pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// What leads on the home page: how soon, the time as the largest thing, the title, the facts; it opens the event.
TapTarget {
    id: poster

    required property PosterContent content
    readonly property bool hasSun: !Theme.narrow
    readonly property int sunSide: Theme.px(Theme.portrait ? 320 : 392)
    readonly property int room: width - 2 * Theme.space(5.5) - (hasSun ? sunSide + Theme.space(1) : 0)

    Accessible.description: [content.pill, content.time, content.aside].filter(part => part).join(", ")
    enabled: content.eventId !== ""
    label: content.title
    opens: content.eventId
    radius: Theme.radiusTile

    Shadow {
        radius: poster.radius
    }

    Cover {
        anchors.fill: parent
        colour: poster.content.colour
        icon: ""
        radius: poster.radius
        shape: "poster"
    }

    Sun {
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(5)
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.space(1.5)
        colour: poster.content.colour
        height: poster.sunSide
        icon: poster.content.icon
        picture: poster.content.picture
        seed: poster.content.eventId
        visible: poster.hasSun
        width: poster.sunSide
    }

    Badge {
        id: pill

        anchors.left: parent.left
        anchors.leftMargin: Theme.space(5.5)
        anchors.top: parent.top
        anchors.topMargin: Theme.space(5)
        implicitHeight: Theme.space(8)
        size: Theme.cardTitle
        text: poster.content.pill
    }

    Label {
        id: aside

        readonly property int rest: arrow.x - pill.x - pill.width - Theme.space(4.5)
        readonly property bool fits: implicitWidth < rest

        anchors.left: pill.right
        anchors.leftMargin: Theme.space(2.5)
        anchors.verticalCenter: pill.verticalCenter
        color: Theme.onColour
        font.weight: Theme.control
        size: Theme.cardTitle
        text: poster.content.aside
        visible: fits
        wrapMode: Text.NoWrap
    }

    // How often, where there is room for it beside until when; else it is the last of the facts.
    Label {
        id: repetition

        readonly property bool fits: aside.fits && aside.implicitWidth + implicitWidth < aside.rest

        anchors.left: aside.right
        anchors.verticalCenter: pill.verticalCenter
        color: Theme.onColour
        font.weight: Theme.control
        size: Theme.cardTitle
        text: poster.content.repetition ? (poster.content.aside ? " · " : "") + poster.content.repetition : ""
        visible: fits
        wrapMode: Text.NoWrap
    }

    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: Theme.space(5)
        anchors.verticalCenter: pill.verticalCenter
        colour: Theme.onColour
        name: "bold/arrow-right"
        visible: poster.enabled
    }

    ShrunkLabel {
        id: time

        anchors.left: pill.left
        anchors.top: pill.bottom
        anchors.topMargin: -Theme.space(2)
        color: Theme.onColour
        font.weight: Theme.heavy
        lineHeight: poster.content.isHour ? 0.78 : 0.92
        // A word has letters below its line, an hour has none.
        most: Math.min(Theme.px(poster.content.isHour ? 208 : 164), (title.y - pill.y - pill.height + Theme.space(2)) / (poster.content.isHour ? 1 : 1.2))
        objectName: "time"
        text: poster.content.time
        visible: text !== ""
        width: poster.room
    }

    FittedLabel {
        id: title

        anchors.bottom: facts.top
        anchors.bottomMargin: Theme.space(1.5)
        anchors.left: pill.left
        color: Theme.onColour
        weight: Theme.heavy
        steps: Theme.narrow ? [Qt.size(56, 2), Qt.size(40, 3)] : [Qt.size(68, 2), Qt.size(56, 2), Qt.size(44, 3)]
        text: poster.content.title
        width: poster.room
    }

    Flow {
        id: facts

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(4.5)
        anchors.left: pill.left
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(5)
        clip: true
        height: Theme.space(5)
        spacing: Theme.space(4)

        PosterFact {
            icon: "clock"
            room: facts.width
            text: poster.content.aside
            visible: text !== "" && !aside.fits
        }

        Repeater {
            model: poster.content.facts

            delegate: PosterFact {
                opacity: y > 0 ? 0 : 1
                room: facts.width
            }
        }

        PosterFact {
            icon: "repeat"
            opacity: y > 0 ? 0 : 1
            room: facts.width
            text: poster.content.repetition
            visible: text !== "" && !repetition.fits
        }
    }
}
