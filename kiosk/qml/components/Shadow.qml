import QtQuick
import kiosk.qml.theme

// A soft shadow under its parent, drawn as a nine-patch so that every renderer shows it. Its sides are whole pixels: the
// patches of others overlap in a line.
BorderImage {
    property int radius: Theme.radiusCard
    readonly property int above: Math.round(Theme.shadow / 2)

    border.bottom: radius + Theme.shadow
    border.left: radius + Theme.shadow
    border.right: radius + Theme.shadow
    border.top: radius + Theme.shadow
    height: Math.ceil(parent.height) + above + Theme.shadow
    source: `image://shadow/?radius=${radius}&blur=${Theme.shadow}`
    width: Math.ceil(parent.width) + 2 * Theme.shadow
    x: -Theme.shadow
    y: -above
    z: -1
}
