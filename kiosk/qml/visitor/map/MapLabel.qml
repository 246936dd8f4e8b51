import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// The label of a pin; its visible part is smaller than the tap target.
TapTarget {
    id: mapLabel

    required property string text
    required property bool isHere
    required property real visibleWidth
    required property real visibleHeight

    radius: Theme.radiusButton

    Rectangle {
        anchors.centerIn: parent
        border.color: mapLabel.isHere ? Theme.accent : Theme.line
        border.width: Theme.hairline
        color: mapLabel.isHere ? Theme.accent : Theme.card
        height: mapLabel.visibleHeight
        radius: Math.min(height / 2, Theme.radiusButton)
        width: mapLabel.visibleWidth

        Label {
            anchors.centerIn: parent
            font.weight: Theme.control
            horizontalAlignment: Text.AlignHCenter
            size: Theme.small
            text: mapLabel.text
            wrapMode: Text.NoWrap
        }
    }
}
