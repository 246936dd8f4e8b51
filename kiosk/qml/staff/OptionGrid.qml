pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The values of a setting, as many side by side as fit; the chosen one is dark.
Grid {
    id: grid

    required property OptionRows options
    readonly property int cell: (width - (columns - 1) * spacing) / columns
    readonly property int widest: {
        let most = Theme.touch;
        for (let place = 0; place < pills.count; place++)
            most = Math.max(most, pills.itemAt(place)?.implicitWidth ?? 0);
        return most;
    }

    signal selected(string value)

    columns: Math.max(1, Math.min(pills.count, Math.floor((width + spacing) / (widest + spacing))))
    spacing: Theme.gap

    Repeater {
        id: pills

        model: grid.options

        delegate: PillButton {
            required property string value
            required chosen

            objectName: "option-" + value
            once: true
            radius: Theme.radiusButton
            width: grid.cell
            wraps: true

            onTapped: grid.selected(value)
        }
    }
}
