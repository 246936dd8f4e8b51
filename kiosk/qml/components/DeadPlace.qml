pragma Singleton

import QtQuick
import kiosk.qml.theme

// The place of the last tap that counts once, or that may be repeated. For `Theme.doubleTap` the window lets no touch
// through to it, so that the second touch of a double tap meets nothing, whatever is shown there by then; a button for
// repeated taps still gets them while it stays in its place.
QtObject {
    id: dead

    property rect place: Qt.rect(0, 0, 0, 0)
    readonly property bool active: timer.running

    readonly property Timer timer: Timer {
        interval: Theme.doubleTap
    }

    property Item repeating: null

    function passes(): bool {
        if (!repeating || !repeating.visible || !repeating.enabled)
            return false;
        const corner = repeating.mapToItem(null, 0, 0);
        return corner.x === place.x && corner.y === place.y;
    }

    function cover(item: Item, repeats: bool): void {
        dead.repeating = repeats ? item : null;
        const corner = item.mapToItem(null, 0, 0);
        dead.place = Qt.rect(corner.x, corner.y, item.width, item.height);
        timer.restart();
    }
}
