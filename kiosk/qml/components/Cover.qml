import QtQuick
import kiosk.qml.theme

// The picture of an event or theme: its photograph, or a cover drawn from colour, ornament and icon.
Image {
    id: cover

    required property string colour
    required property string icon
    property string picture: ""
    property int radius: 0
    property string seed: icon
    property string shape: "card"

    property bool later: false

    readonly property string address: picture ? `image://photo/${picture}` : `image://cover/${icon}`
    readonly property string options: `shape=${shape}&radius=${radius}&colour=${Theme.hex(colour)}&seed=${seed}`

    // Reading a photograph takes longer than a frame.
    asynchronous: later && picture !== ""

    // Layouts pass through several sizes before the final one; only that is drawn, just before the frame.
    Connections {
        function onAfterAnimating(): void {
            if (cover.width >= 1 && cover.height >= 1)
                cover.source = `${cover.address}?width=${Math.round(cover.width)}&height=${Math.round(cover.height)}&${cover.options}`;
        }

        target: cover.visible ? cover.Window.window : null
    }
}
