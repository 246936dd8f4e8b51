pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The country as one picture, and the names on it. A touch beside the names counts for the nearest disc.
Item {
    id: map

    required property MapPage page

    signal opened(int tag)

    function lay(): void {
        map.page.lay(Math.floor(width), Math.floor(height), Theme.unit, sample.font);
    }

    onHeightChanged: Qt.callLater(lay)
    onWidthChanged: Qt.callLater(lay)

    Label {
        id: sample

        font.weight: Theme.control
        size: Theme.small
        visible: false

        onFontChanged: Qt.callLater(map.lay)
    }

    Image {
        readonly property string colours: ["land", "line", "ink", "accent", "card"].map(name => `${name}=${Theme.hex(String(this[name]))}`).join("&")
        readonly property color land: Theme.goodTint
        readonly property color line: Theme.good
        readonly property color ink: Theme.ink
        readonly property color accent: Theme.accent
        readonly property color card: Theme.card

        cache: false
        source: map.page.drawing === "" ? "" : `image://map/?width=${Math.floor(map.width)}&height=${Math.floor(map.height)}&${colours}&${map.page.drawing}`
    }

    MouseArea {
        property int aim: -1

        anchors.fill: parent

        onPressed: mouse => aim = map.page.near(mouse.x, mouse.y)
        onReleased: mouse => {
            if (aim >= 0 && aim === map.page.near(mouse.x, mouse.y))
                map.opened(aim);
        }
    }

    Repeater {
        model: map.page.tags

        delegate: MapTag {
            id: tag

            required property int index
            required property real across
            required property real down
            required property real wide
            required property real high

            required here
            required label
            required nameHigh
            required nameWide
            required words

            height: high
            objectName: "tag-" + index
            width: wide
            x: across
            y: down

            onTapped: map.opened(tag.index)
        }
    }
}
