import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A card with the picture of a stick, and what to do, while the page waits for one.
Rectangle {
    id: card

    required property string text

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: stick.height + line.height + 3 * Theme.space(7)
    radius: Theme.radiusTile

    Icon {
        id: stick

        anchors.horizontalCenter: parent.horizontalCenter
        colour: Theme.ink
        name: "bold/usb"
        side: Theme.space(16)
        y: Theme.space(7)
    }

    Label {
        id: line

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(7)
        anchors.horizontalCenter: parent.horizontalCenter
        font.weight: Theme.control
        horizontalAlignment: Text.AlignHCenter
        size: Theme.cardTitle
        text: card.text
        width: parent.width - 2 * Theme.space(7)
    }
}
