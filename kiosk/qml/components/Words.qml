pragma Singleton

import QtQuick
import kiosk.qml.theme

// Measures words, so that a text is set in a size in which its line has room for each of them.
QtObject {
    id: words

    readonly property int sample: 100
    readonly property FontMetrics metrics: FontMetrics {
        font.family: Theme.family
        font.pixelSize: words.sample
        font.weight: Theme.heavy
    }

    // The largest size up to `size`, in pixels, in which every word has room in a line of that width. A word that has none
    // even in the smallest size may be broken and counts for nothing.
    function fit(text: string, size: int, width: real): int {
        const letters = Math.floor(width / size);
        if (width <= 0 || text.length <= letters)
            return size;
        const long = (text.match(/(?:[^ \n\-–—\/]|[-–—\/](?=[\d\u2060]))+[-–—\/]?/g) ?? []).filter(word => word.length > letters);
        const widths = long.map(word => words.metrics.advanceWidth(word) / words.sample).filter(em => em * Theme.least <= width);
        return Math.max(Theme.least, Math.min(size, Math.floor((width - 1) / Math.max(0.01, ...widths))));
    }
}
