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

    source: {
        if (width < 1 || height < 1)
            return "";
        const options = `width=${Math.round(width)}&height=${Math.round(height)}&shape=${shape}&radius=${radius}&colour=${Theme.hex(colour)}&seed=${seed}`;
        return picture ? `image://photo/${picture}?${options}` : `image://cover/${icon}?${options}`;
    }
}
