pragma Singleton

import QtQuick
import kiosk.qml.theme

// The place of the last tap that counts once. The window lets no touch through to it for `Theme.doubleTap`, so that the
// second touch of a double tap meets nothing, whatever is shown there by then.
QtObject {
    id: dead

    property rect place: Qt.rect(0, 0, 0, 0)
    readonly property bool active: timer.running

    readonly property Timer timer: Timer {
        interval: Theme.doubleTap
    }

    function cover(item: Item): void {
        const corner = item.mapToItem(null, 0, 0);
        dead.place = Qt.rect(corner.x, corner.y, item.width, item.height);
        timer.restart();
    }
}
