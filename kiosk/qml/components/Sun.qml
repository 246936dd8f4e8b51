import QtQuick
import kiosk.qml.theme

// The whole sun of an event, or its photograph as a disc. It is drawn in one size for every page: home gets the sun that the
// attract loop has shown.
Item {
    id: sun

    required property string icon
    required property string seed
    required property string colour
    required property string picture

    Image {
        readonly property int side: Theme.px(392)

        anchors.centerIn: parent
        height: width
        source: `image://sun/${sun.icon}?width=${side}&height=${side}&seed=${sun.seed}`
        visible: sun.picture === ""
        width: Math.min(sun.width, sun.height)
    }

    Cover {
        anchors.fill: parent
        colour: sun.colour
        icon: ""
        picture: sun.picture
        radius: width / 2
        shape: "small"
        visible: sun.picture !== ""
    }
}
