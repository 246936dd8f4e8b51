import QtQuick
import kiosk.qml.theme

// The veil over the pressed touch target and the frame around the focused one: each moves to the target it belongs to.
Item {
    Rectangle {
        anchors.fill: parent
        color: TouchState.pressed?.veil ?? Theme.clear
        opacity: Theme.pressedOpacity
        parent: TouchState.pressed
        radius: TouchState.pressed?.radius ?? 0
        visible: parent !== null
        z: 2
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.outline
        border.color: Theme.accent
        border.width: Theme.outline
        color: Theme.clear
        parent: TouchState.focused
        radius: (TouchState.focused?.radius ?? 0) + Theme.outline
        visible: parent !== null
        z: 2
    }
}
