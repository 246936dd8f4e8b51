pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The slide of today: what leads on a band in its colour, and the next rows below; each opens its event.
Item {
    id: slide

    required property AttractPage page
    readonly property PosterContent poster: page.poster
    readonly property int rowHeight: Theme.px(136)
    readonly property bool isLow: band.height < Theme.px(400)

    signal opened(string eventId)

    TapTarget {
        id: band

        Accessible.description: [slide.poster.pill, slide.poster.time, slide.poster.aside].filter(part => part).join(", ")
        height: parent.height - rows.height - 2 * Theme.gap
        label: slide.poster.title
        objectName: "lead-" + slide.poster.eventId
        radius: 0
        width: parent.width

        onTapped: slide.opened(slide.poster.eventId)

        Cover {
            anchors.fill: parent
            colour: slide.poster.colour
            icon: ""
            shape: "poster"
        }

        ShrunkLabel {
            id: time

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            color: Theme.onColour
            font.weight: Theme.heavy
            lineHeight: slide.poster.isHour ? 0.8 : 0.92
            most: Theme.px(Theme.narrow ? 220 : slide.poster.isHour ? 288 : 220)
            objectName: "time"
            text: slide.poster.time
            width: Theme.portrait ? parent.width - 2 * Theme.margin : Theme.px(Theme.narrow ? 540 : 710)
            y: Theme.portrait ? words.y + pill.height + Theme.space(1) : (band.height - height) / 2
        }

        Column {
            id: words

            anchors.left: Theme.portrait ? parent.left : time.right
            anchors.leftMargin: Theme.portrait ? Theme.margin : Theme.space(5)
            anchors.right: !Theme.portrait && sun.visible ? sun.left : parent.right
            anchors.rightMargin: Theme.portrait ? Theme.margin : Theme.space(4)
            spacing: Theme.space(2.5)
            y: Theme.portrait ? Theme.space(5) : (band.height - height) / 2

            Badge {
                id: pill

                implicitHeight: Theme.px(80)
                size: Theme.panel
                text: slide.poster.pill
            }

            Item {
                height: time.height
                visible: Theme.portrait
                width: 1
            }

            FittedLabel {
                color: Theme.onColour
                weight: Theme.heavy
                steps: slide.isLow ? [Qt.size(46, 2)] : Theme.narrow ? [Qt.size(60, 2), Qt.size(46, 3)] : [Qt.size(92, 2), Qt.size(68, 2), Qt.size(52, 3)]
                text: slide.poster.title
                width: parent.width
            }

            Label {
                color: Theme.onColour
                elide: Text.ElideRight
                font.weight: Theme.control
                maximumLineCount: slide.isLow ? 1 : 2
                size: Theme.px(36)
                text: [slide.poster.aside, slide.poster.summary, slide.poster.repetition].filter(part => part).join(" · ")
                visible: text !== ""
                width: parent.width
            }
        }

        Sun {
            id: sun

            readonly property int side: Theme.portrait ? Math.min(Theme.px(400), below) : Theme.px(340)
            readonly property int below: band.height - words.y - words.height - Theme.space(9)

            colour: slide.poster.colour
            height: side
            icon: slide.poster.icon
            picture: slide.poster.picture
            seed: slide.poster.eventId
            visible: !Theme.narrow && (!Theme.portrait || below > Theme.px(240))
            width: side
            x: band.width - side - Theme.margin
            y: Theme.portrait ? band.height - side - Theme.space(5) : (band.height - side) / 2
        }
    }

    Column {
        id: rows

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        spacing: Theme.gap

        Repeater {
            model: slide.page.rows

            delegate: AttractRow {
                height: slide.rowHeight
                objectName: "coming-" + eventId
                width: rows.width

                onTapped: slide.opened(eventId)
            }
        }
    }
}
