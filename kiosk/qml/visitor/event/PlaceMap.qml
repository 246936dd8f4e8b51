import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The places of an event on a small map of the country, with their names; it opens the map.
TapTarget {
    id: map

    required property Surroundings surroundings

    label: surroundings.place
    objectName: "place-map"
    radius: Theme.radiusButton

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: Theme.hairline
        color: Theme.card
        radius: map.radius
    }

    Image {
        id: picture

        readonly property string colours: ["land", "line", "ink", "accent", "card"].map(name => `${name}=${Theme.hex(String(this[name]))}`).join("&")
        readonly property color land: Theme.goodTint
        readonly property color line: Theme.good
        readonly property color ink: Theme.ink
        readonly property color accent: Theme.accent
        readonly property color card: Theme.card
        readonly property int high: map.height - name.height - 3 * Theme.space(1)
        readonly property int wide: map.width - 2 * Theme.gap

        cache: false
        source: map.surroundings.place && Math.min(wide, high) > 0 ? `image://map/?width=${wide}&height=${high}&${colours}&${map.surroundings.drawing(wide, high, Theme.small)}` : ""
        x: Theme.gap
        y: Theme.space(1)
    }

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.space(2)
        anchors.verticalCenter: name.verticalCenter
        colour: Theme.muted
        name: "bold/map-pin"
        side: Theme.iconSmall
    }

    Label {
        id: name

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(1)
        anchors.left: sign.right
        anchors.leftMargin: Theme.space(1)
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(2)
        elide: Text.ElideRight
        font.weight: Theme.control
        maximumLineCount: 1
        size: Theme.small
        text: map.surroundings.place
    }
}
