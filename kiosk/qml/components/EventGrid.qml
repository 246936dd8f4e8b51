pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import kiosk.qml.theme
import kiosk.viewmodels

// Event cards in as many columns as fit; cards of a row are equally high.
GridLayout {
    id: grid

    required property EventRows events
    readonly property int cell: Math.floor((width - (columns - 1) * columnSpacing) / columns)

    signal opened(string eventId)

    columnSpacing: Theme.gutter
    columns: Math.max(2, Math.floor((width + columnSpacing) / (Theme.space(46) + columnSpacing)))
    rowSpacing: Theme.gutter

    Repeater {
        model: grid.events

        delegate: EventCard {
            Layout.fillHeight: true
            Layout.maximumWidth: grid.cell
            Layout.minimumWidth: grid.cell
            Layout.preferredWidth: grid.cell
            objectName: "event-" + eventId

            onTapped: grid.opened(eventId)
        }
    }
}
