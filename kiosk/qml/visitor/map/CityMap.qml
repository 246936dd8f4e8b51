pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The country as one picture with labels on it. A tap beside the labels selects the nearest disc. It is laid out just before a
// frame, in its final size, and drawn when it is first shown.
Item {
    id: map

    required property MapPage page

    property bool resized: true
    property bool seen: visible

    signal opened(int pin)

    onHeightChanged: resized = true
    onVisibleChanged: seen = seen || visible
    onWidthChanged: resized = true

    Connections {
        function onAfterAnimating(): void {
            map.resized = false;
            map.page.layOut(Math.floor(map.width), Math.floor(map.height), Theme.unit, sample.font);
        }

        target: map.resized ? map.Window.window : null
    }

    Label {
        id: sample

        font.weight: Theme.control
        size: Theme.small
        visible: false

        onFontChanged: map.resized = true
    }

    Image {
        readonly property string colours: ["land", "line", "ink", "accent", "card"].map(name => `${name}=${Theme.hex(String(this[name]))}`).join("&")
        readonly property color land: Theme.goodTint
        readonly property color line: Theme.good
        readonly property color ink: Theme.ink
        readonly property color accent: Theme.accent
        readonly property color card: Theme.card

        cache: false
        source: !map.seen || map.page.drawing === "" ? "" : `image://map/?width=${Math.floor(map.width)}&height=${Math.floor(map.height)}&${colours}&${map.page.drawing}`
    }

    MouseArea {
        property int pressedPin: -1

        anchors.fill: parent

        onPressed: mouse => pressedPin = map.page.nearestPin(mouse.x, mouse.y)
        onReleased: mouse => {
            if (pressedPin >= 0 && pressedPin === map.page.nearestPin(mouse.x, mouse.y))
                map.opened(pressedPin);
        }
    }

    Repeater {
        model: map.page.labels

        delegate: MapLabel {
            id: mapLabel

            required property int index
            required property real touchX
            required property real touchY
            required property real touchWidth
            required property real touchHeight

            required isHere
            required label
            required visibleHeight
            required visibleWidth
            required text

            height: touchHeight
            objectName: "tag-" + index
            width: touchWidth
            x: touchX
            y: touchY

            onTapped: map.opened(mapLabel.index)
        }
    }
}
