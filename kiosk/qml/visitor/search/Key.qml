import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A key of the keyboard: a letter, or a text or icon for its function.
TapTarget {
    id: key

    property string keyText: label
    property string icon: ""
    property color fill: Theme.card

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: Theme.hairline
        color: key.chosen ? Theme.accent : key.fill
        radius: key.radius
    }

    Icon {
        anchors.centerIn: parent
        name: key.icon
    }

    Label {
        anchors.centerIn: parent
        font.weight: Theme.control
        size: key.keyText.length > 1 ? Theme.small : Theme.cardTitle
        text: key.keyText
        visible: key.icon === ""
        wrapMode: Text.NoWrap
    }
}
