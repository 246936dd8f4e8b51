import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// The name of a city on the map: what is seen of it is smaller than what can be touched.
TapTarget {
    id: tag

    required property string words
    required property bool here
    required property real nameWide
    required property real nameHigh

    radius: Theme.radiusButton

    Rectangle {
        anchors.centerIn: parent
        border.color: tag.here ? Theme.accent : Theme.line
        border.width: Theme.hairline
        color: tag.here ? Theme.accent : Theme.card
        height: tag.nameHigh
        radius: Math.min(height / 2, Theme.radiusButton)
        width: tag.nameWide

        Label {
            anchors.centerIn: parent
            font.weight: Theme.control
            horizontalAlignment: Text.AlignHCenter
            size: Theme.small
            text: tag.words
            wrapMode: Text.NoWrap
        }
    }
}
