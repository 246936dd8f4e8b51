import QtQuick
import kiosk.qml.theme
import kiosk.viewmodels

// A title in the first of its `steps` in which all of it fits; in the last one it may be cut. A step is a size and a number
// of lines. With the `least` step of its siblings, all of them have one size.
Label {
    id: title

    property list<size> steps: [Qt.size(68, 2), Qt.size(56, 2), Qt.size(44, 3)]
    // Not `font.weight`, which would be read from a font that changes with each step.
    property int weight: Theme.regular
    property int least: 0
    readonly property int step: Math.max(least, fitting)
    readonly property int fitting: {
        const last = title.steps.length - 1;
        for (let number = 0; number < last; ++number)
            if (TextFit.fits(title.drawn, title.width, title.steps[number].height, Theme.family, Theme.px(title.steps[number].width), title.weight))
                return number;
        return last;
    }

    elide: Text.ElideRight
    font.weight: weight
    lineHeight: Theme.titleLineHeight
    maximumLineCount: steps[step].height
    size: Theme.px(steps[step].width)
}
