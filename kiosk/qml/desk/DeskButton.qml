import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A button of the desk; the one that leads on is `main`. A pale one takes no press.
PillButton {
    id: button

    property bool main: false

    colour: main ? Theme.onColour : chosen ? Theme.onColour : Theme.ink
    edge: main ? Theme.good : Theme.ink
    fill: main ? Theme.good : chosen ? Theme.ink : Theme.card
    hoverEnabled: true
    implicitHeight: Theme.space(9)
    opacity: enabled ? 1 : 0.35
    radius: Theme.radiusButton
    size: Theme.small
}
