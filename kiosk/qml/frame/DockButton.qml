import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A button of the dock: an icon over its label.
TapTarget {
    id: button

    property string icon: ""
    property int number: 0

    implicitHeight: Theme.dock - 2 * Theme.gap

    Rectangle {
        anchors.fill: parent
        color: button.chosen ? Theme.ink : Theme.clear
        radius: button.radius
    }

    Badge {
        anchors.right: parent.right
        anchors.top: parent.top
        size: Theme.small
        text: button.number > 0 ? String(button.number) : ""
        width: Math.max(height, implicitWidth - Theme.space(3))
    }

    Column {
        anchors.centerIn: parent
        spacing: Theme.space(0.5)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: button.chosen ? Theme.onColour : Theme.muted
            name: button.icon
        }

        Label {
            color: button.chosen ? Theme.onColour : Theme.muted
            font.weight: Theme.control
            size: Theme.small
            text: button.label
            wrapMode: Text.NoWrap
        }
    }
}
