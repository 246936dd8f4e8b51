pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.theme

// A title in the first of its `steps` in which all of it fits; in the last one it may be cut. A step is a size and a number
// of lines.
Label {
    id: title

    property list<size> steps: [Qt.size(68, 2), Qt.size(56, 2), Qt.size(44, 3)]
    readonly property int step: {
        for (let number = 0; number < probes.count; ++number)
            if ((probes.itemAt(number) as Probe)?.fits)
                return number;
        return steps.length - 1;
    } // the last step needs no probe: there is no other

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

    Repeater {
        id: probes

        model: title.steps.slice(0, -1)

        delegate: Probe {}
    }
}
