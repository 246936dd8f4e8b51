pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The country as one picture with labels on it. A tap beside the labels selects the nearest disc.
Item {
    id: map

    required property MapPage page

    signal opened(int pin)

    function layOut(): void {
        map.page.layOut(Math.floor(width), Math.floor(height), Theme.unit, sample.font);
    }

    onHeightChanged: Qt.callLater(layOut)
    onWidthChanged: Qt.callLater(layOut)

    Label {
        id: sample

        font.weight: Theme.control
        size: Theme.small
        visible: false

        onFontChanged: Qt.callLater(map.layOut)
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
