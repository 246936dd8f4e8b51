import QtQuick
import kiosk.qml.theme

// A Phosphor icon, named with its weight: 'bold/house'.
Image {
    id: icon

    required property string name
    property color colour: Theme.ink
    property int side: Theme.icon

    height: side
    source: `image://icon/${name}?width=${side}&height=${side}&colour=${Theme.hex(String(colour))}`
    width: side
}
