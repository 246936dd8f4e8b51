import QtQuick
import kiosk.qml.theme

// One line that is as large as `most` and the width allow; it is never cut.
Label {
    id: line

    required property int most
    property int least: Theme.small

    size: Math.max(least, Math.min(most, Math.floor(most * width / Math.max(1, measure.advanceWidth + 2))))
    wrapMode: Text.NoWrap

    TextMetrics {
        id: measure

        font.family: Theme.family
        font.pixelSize: line.most
        font.weight: line.font.weight
        text: line.drawn
    }
}
