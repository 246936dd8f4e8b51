pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.theme
import kiosk.viewmodels

// Cards with large numbers side by side, all as high as the tallest.
Grid {
    id: grid

    required property NumberRows numbers
    readonly property int count: cards.count
    readonly property int cell: (width - (columns - 1) * spacing) / columns

    function tallest(): real {
        let most = 0;
        for (let place = 0; place < cards.count; ++place)
            most = Math.max(most, cards.itemAt(place)?.implicitHeight ?? 0);
        return most;
    }

    columns: Theme.portrait || Theme.narrow ? 2 : 4
    spacing: Theme.gap

    Repeater {
        id: cards

        model: grid.numbers

        delegate: NumberCard {
            height: grid.tallest()
            width: grid.cell
        }
    }
}
