import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// One pack of the source with its standing, or one event a flyer can be about.
TapTarget {
    id: card

    required property string line
    required property bool wanted
    required chosen

    enabled: wanted
    implicitHeight: Math.max(Theme.touch, column.implicitHeight + 2 * Theme.space(2))
    once: true
    radius: Theme.radiusCard

    Rectangle {
        anchors.fill: parent
        border.color: card.chosen ? Theme.ink : Theme.line
        border.width: card.chosen ? Theme.outline : Theme.hairline
        color: card.wanted ? Theme.card : Theme.paper
        radius: card.radius
    }

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.verticalCenter: parent.verticalCenter

        Label {
            font.weight: Theme.strong
            text: card.label
            width: parent.width
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: card.line
            visible: text !== ""
            width: parent.width
        }
    }
}
