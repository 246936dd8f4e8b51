import QtQuick
import kiosk.qml.theme

// A list that is scrolled by wheel, drag and keys, with a mark that shows where it is.
ListView {
    id: list

    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    keyNavigationEnabled: false

    Keys.onDownPressed: list.flick(0, -Theme.space(60))
    Keys.onUpPressed: list.flick(0, Theme.space(60))
    Keys.onPressed: event => {
        const pages = event.key === Qt.Key_PageDown ? 1 : event.key === Qt.Key_PageUp ? -1 : 0;
        if (pages !== 0) {
            const last = list.originY + Math.max(0, list.contentHeight - list.height);
            list.contentY = Math.max(list.originY, Math.min(list.contentY + pages * list.height * 0.9, last));
            event.accepted = true;
        }
    }

    Rectangle {
        anchors.right: parent.right
        color: list.activeFocus ? Theme.accent : Theme.line
        height: Math.max(Theme.space(4), list.height * list.visibleArea.heightRatio)
        radius: width / 2
        visible: list.visibleArea.heightRatio < 1
        width: Theme.space(1)
        y: list.height * list.visibleArea.yPosition
    }
}
