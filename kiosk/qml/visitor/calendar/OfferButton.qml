import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A large button to the next day or month with events, or back to the last one.
TapTarget {
    id: offer

    property bool later: true

    implicitHeight: Math.max(Theme.space(15), words.implicitHeight + 2 * Theme.inset)
    radius: Theme.radiusCard

    Rectangle {
        anchors.fill: parent
        color: Theme.ink
        radius: offer.radius
    }

    Label {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        anchors.right: arrow.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.onColour
        font.weight: Theme.heavy
        lineHeight: Theme.titleLineHeight
        size: Theme.cardTitle
        text: offer.label
    }

    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.onColour
        name: offer.later ? "bold/arrow-right" : "bold/arrow-left"
    }
}
