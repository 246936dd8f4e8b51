import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A fact of the pack that will be made: its name, and its value in larger letters.
Row {
    id: row

    required property string name
    required property string value

    spacing: Theme.gap
    visible: value !== ""

    Label {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.muted
        size: Theme.small
        text: row.name
        width: Theme.space(22)
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        font.weight: Theme.strong
        size: Theme.cardTitle
        text: row.value
        width: row.width - Theme.space(22) - Theme.gap
    }
}
