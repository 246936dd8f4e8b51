import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A button of the staff area; the one that does what staff came for is `main`.
PillButton {
    property bool main: false

    colour: main ? Theme.onColour : Theme.ink
    edge: main ? Theme.good : Theme.ink
    fill: main ? Theme.good : Theme.card
    radius: Theme.radiusButton
    size: Theme.body
}
