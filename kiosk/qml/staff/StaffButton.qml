import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A button of the staff area; the primary action of a page is `main`.
PillButton {
    property bool main: false

    colour: main ? Theme.onColour : Theme.ink
    edge: main ? Theme.good : Theme.ink
    fill: main ? Theme.good : Theme.card
    radius: Theme.radiusButton
    size: Theme.body
}
