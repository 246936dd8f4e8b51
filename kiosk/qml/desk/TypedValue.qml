import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A value as its author typed it, marked as with a pen.
Rectangle {
    id: value

    required property string typed

    color: Theme.markTint
    height: words.implicitHeight + Theme.space(1)
    radius: Theme.space(1)
    visible: typed !== ""
    width: Math.min(parent.width, words.implicitWidth + Theme.space(3))

    DrawnText {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.space(1.5)
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(1.5)
        anchors.verticalCenter: parent.verticalCenter
        drawn: value.typed
        elide: Text.ElideRight
        size: Theme.small
        wrapMode: Text.NoWrap
    }
}
