import QtQuick
import kiosk.qml.theme

// A short text on a coloured background: 'Today', 'Cancelled'.
Rectangle {
    id: badge

    required property string text
    property color fill: Theme.accent
    property color colour: Theme.ink
    property int size: Theme.small

    color: fill
    implicitHeight: words.implicitHeight + Theme.space(1.5)
    implicitWidth: words.implicitWidth + Theme.space(5)
    radius: height / 2
    visible: text !== ""

    Label {
        id: words

        anchors.centerIn: parent
        color: badge.colour
        font.weight: Theme.strong
        size: badge.size
        text: badge.text
        wrapMode: Text.NoWrap
    }
}
