pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.qml.visitor.shared
import kiosk.viewmodels

// Below a short text, as much as there is room for: the places of the event on a small map, other events of its theme.
Item {
    id: root

    required property EventPage page
    required property Shell shell
    required property Item layout
    required property real room
    readonly property Surroundings surroundings: page.surroundings
    readonly property bool hasMap: surroundings.place !== ""
    readonly property bool hasRoom: settled.value >= others.least
    property bool hadMap: false
    readonly property int columns: width < Theme.px(1000) ? 2 : 3
    readonly property int cell: Math.floor((width - (columns - 1) * Theme.gap) / columns)

    implicitHeight: hasRoom ? Math.max(map.height, others.needed) : 0

    onHasMapChanged: hadMap = hadMap || hasMap
    onHasRoomChanged: fill()

    Settled {
        id: settled

        layout: root.layout
        wanted: root.room

        onDone: root.fill()
    }

    Loader {
        id: map

        active: root.hadMap
        height: !visible ? 0 : others.needed > 0 ? others.needed : Math.min(settled.value, root.cell * 0.7)
        visible: root.hasMap && root.hasRoom
        width: root.cell

        sourceComponent: PlaceMap {
            surroundings: root.surroundings

            onTapped: root.shell.open("map", "")
        }
    }

    MoreEvents {
        id: others

        anchors.left: parent.left
        anchors.leftMargin: root.hasMap ? root.cell + Theme.gap : 0
        anchors.right: parent.right
        columns: root.columns - (root.hasMap ? 1 : 0)
        events: root.surroundings.events
        ready: root.surroundings.isFilled
        room: settled.value
        title: Translations.text("screens.event.others")

        onOpened: eventId => root.shell.openEvent(eventId)
    }

    Connections {
        function onChanged(): void {
            settled.settleSoon();
        }

        target: root.page
    }

    function fill(): void {
        if (root.hasRoom && !root.surroundings.isFilled)
            root.surroundings.fill();
    }
}
