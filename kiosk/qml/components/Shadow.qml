import QtQuick
import kiosk.qml.theme

// A soft shadow under its parent, drawn as a nine-patch so that every renderer shows it.
BorderImage {
    property int radius: Theme.radiusCard

    anchors.fill: parent
    anchors.margins: -Theme.shadow
    anchors.topMargin: -Theme.shadow / 2
    border.bottom: radius + Theme.shadow
    border.left: radius + Theme.shadow
    border.right: radius + Theme.shadow
    border.top: radius + Theme.shadow
    source: `image://shadow/?radius=${radius}&blur=${Theme.shadow}`
    z: -1
}
