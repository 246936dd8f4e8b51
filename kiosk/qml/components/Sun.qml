import QtQuick

// The whole sun of an event, or its photograph as a disc.
Item {
    id: sun

    required property string icon
    required property string seed
    required property string colour
    required property string picture

    Image {
        readonly property int side: Math.round(Math.min(sun.width, sun.height))

        anchors.centerIn: parent
        source: side > 1 ? `image://sun/${sun.icon}?width=${side}&height=${side}&seed=${sun.seed}` : ""
        visible: sun.picture === ""
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
