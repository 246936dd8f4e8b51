import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A button of the staff area; the primary action of a page is `main`. A double tap counts once, and a button that has just
// come up takes no touch yet: that was meant for what was there before.
PillButton {
    id: button

    property bool main: false

    colour: main ? Theme.onColour : Theme.ink
    edge: main ? Theme.good : Theme.ink
    fill: main ? Theme.good : Theme.card
    once: true
    radius: Theme.radiusButton
    size: Theme.body

    Component.onCompleted: fresh.start()
    onVisibleChanged: {
        if (visible)
            fresh.restart();
    }

    Timer {
        id: fresh

        interval: Theme.doubleTap
    }

    MouseArea {
        anchors.fill: parent
        objectName: "fresh"
        visible: button.once && fresh.running
        z: 4
    }
}
