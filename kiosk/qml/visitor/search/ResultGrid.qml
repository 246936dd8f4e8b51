pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import kiosk.qml.theme
import kiosk.viewmodels

// Results in as many columns as fit, best first; those of a row are equally high. A single result is one column wide.
GridLayout {
    id: grid

    required property int room
    required property ResultRows results
    readonly property int cell: Math.floor((room - (columns - 1) * columnSpacing) / columns)

    signal opened(string eventId)

    columnSpacing: Theme.gap
    columns: Math.max(1, Math.floor((room + columnSpacing) / (Theme.space(70) + columnSpacing)))
    rowSpacing: Theme.gap
    width: Math.min(results.count, columns) * (cell + columnSpacing) - columnSpacing

    Repeater {
        model: grid.results

        delegate: ResultCard {
            Layout.fillHeight: true
            Layout.maximumWidth: grid.cell
            Layout.minimumWidth: grid.cell
            Layout.preferredWidth: grid.cell
            objectName: "event-" + eventId

            onTapped: grid.opened(eventId)
        }
    }
}
