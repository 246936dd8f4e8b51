import QtQuick
import kiosk.qml.theme

// A Phosphor icon, named with its weight: 'bold/house'; nothing without a name.
Image {
    id: icon

    required property string name
    property color colour: Theme.ink
    property int side: Theme.icon

    height: side
    source: name === "" ? "" : `image://icon/${name}?width=${side}&height=${side}&colour=${Theme.hex(String(colour))}`
    width: side
}
