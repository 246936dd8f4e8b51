import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A fact about the setup that cannot be changed here: its name and its value.
Item {
    id: fact

    required property string label
    required property string text

    implicitHeight: Math.max(name.implicitHeight, value.implicitHeight) + 2 * Theme.space(1.5)

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.line
        height: Theme.hairline
    }

    Label {
        id: name

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.topMargin: Theme.space(1.5)
        color: Theme.muted
        size: Theme.small
        text: fact.label
        width: parent.width * 0.3
    }

    Label {
        id: value

        anchors.left: name.right
        anchors.leftMargin: Theme.gutter
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space(1.5)
        font.weight: Theme.control
        size: Theme.small
        text: fact.text
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }
}
