pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.theme

// A title in the first of its `steps` in which all of it fits; in the last one it may be cut. A step is a size and a number
// of lines.
Label {
    id: title

    property list<size> steps: [Qt.size(68, 2), Qt.size(56, 2), Qt.size(44, 3)]
    readonly property bool beginsWithLine: steps.length > 1 && steps[0].height === 1
    readonly property int step: {
        if (title.beginsWithLine && Math.ceil(line.advanceWidth) < title.width)
            return 0;
        const first = title.beginsWithLine ? 1 : 0;
        for (let number = 0; number < probes.count; ++number)
            if ((probes.itemAt(number) as Probe)?.fits)
                return first + number;
        return steps.length - 1;
    }

    elide: Text.ElideRight
    lineHeight: Theme.titleLineHeight
    maximumLineCount: steps[step].height
    size: Theme.px(steps[step].width)

    component Probe: Label {
        required property size modelData
        readonly property bool fits: lineCount <= modelData.height && contentWidth <= width + 1

        font.weight: title.font.weight
        size: Theme.px(modelData.width)
        text: title.text
        visible: false
        width: title.width
        wrapMode: Text.WordWrap
    }

    // One line is measured; several have to be laid out. The last step needs neither: there is no other.
    TextMetrics {
        id: line

        font.family: Theme.family
        font.pixelSize: Theme.px(title.steps[0].width)
        font.weight: title.font.weight
        text: title.beginsWithLine ? title.text : ""
    }

    Repeater {
        id: probes

        model: title.steps.slice(title.beginsWithLine ? 1 : 0, -1)

        delegate: Probe {}
    }
}
