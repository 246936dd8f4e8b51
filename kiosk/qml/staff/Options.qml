pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The ways a setting can be, as many side by side as fit; the one that counts is dark.
Grid {
    id: grid

    required property OptionRows ways
    readonly property int cell: (width - (columns - 1) * spacing) / columns
    readonly property int widest: {
        let most = Theme.touch;
        for (let place = 0; place < options.count; place++)
            most = Math.max(most, options.itemAt(place)?.implicitWidth ?? 0);
        return most;
    }

    signal chose(string value)

    columns: Math.max(1, Math.min(options.count, Math.floor((width + spacing) / (widest + spacing))))
    spacing: Theme.gap

    Repeater {
        id: options

        model: grid.ways

        delegate: PillButton {
            required property string value
            required chosen

            objectName: "option-" + value
            radius: Theme.radiusButton
            width: grid.cell

            onTapped: grid.chose(value)
        }
    }
}
