pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// Event cards in as many columns as fit, wider if they are few, those of a row equally high; only visible cards are created. The pager has a
// column of its own beside several rows.
Item {
    id: grid

    required property EventRows events
    property EventRows nextEvents: null
    property alias head: list.header
    readonly property bool beside: !Theme.portrait && events.count > fitting(width - 2 * Theme.margin)
    readonly property int room: list.width - Theme.margin - (beside ? Theme.gutter : Theme.margin)
    readonly property int columns: Math.max(least, Math.min(fitting(room), events.count))
    readonly property int cell: Math.floor((room - (columns - 1) * Theme.gutter) / columns)

    property int least: 2
    property bool removable: false

    signal opened(string eventId)
    signal removed(string eventId)

    // The number of columns in a width.
    function fitting(width: real): int {
        return Math.max(grid.least, Math.floor((width + Theme.gutter) / (Theme.space(46) + Theme.gutter)));
    }

    function toTop(): void {
        pager.toTop();
    }

    ListView {
        id: list

        anchors.bottom: parent.bottom
        anchors.bottomMargin: pager.bar
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: grid.beside ? Theme.rail + Theme.gutter : 0
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        clip: true
        model: Math.ceil(grid.events.count / grid.columns)
        reuseItems: true

        delegate: Row {
            id: row

            required property int index

            bottomPadding: Theme.gutter
            leftPadding: Theme.margin
            spacing: Theme.gutter

            Repeater {
                id: cards

                model: grid.columns

                delegate: Item {
                    id: place

                    required property int index

                    function says(role: string): string {
                        return grid.events.text(row.index * grid.columns + index, role, grid.events.revision);
                    }

                    height: Math.max(...row.children.map(one => one.implicitHeight))
                    implicitHeight: card.implicitHeight + (grid.removable ? Theme.touch + Theme.gap : 0)
                    visible: card.eventId !== ""
                    width: grid.cell

                    EventCard {
                        id: card

                        badge: place.says("badge")
                        colour: place.says("colour")
                        eventId: place.says("eventId")
                        flag: place.says("flag")
                        flagText: place.says("flagText")
                        height: parent.height - place.implicitHeight + implicitHeight
                        icon: place.says("icon")
                        later: list.moving || pager.gliding
                        objectName: "event-" + eventId
                        picture: place.says("picture")
                        title: place.says("title")
                        titleNote: place.says("titleNote")
                        when: place.says("when")
                        where: place.says("where")
                        width: parent.width

                        onTapped: grid.opened(eventId)
                    }

                    Loader {
                        active: grid.removable
                        anchors.bottom: parent.bottom
                        width: parent.width

                        sourceComponent: PillButton {
                            Accessible.description: card.title
                            icon: "bold/x"
                            label: Translations.text("screens.tray.remove")
                            objectName: "remove-" + card.eventId
                            once: true
                            radius: Theme.radiusButton

                            onTapped: grid.removed(card.eventId)
                        }
                    }
                }
            }
        }
        header: Item {
            height: Theme.space(3)
        }
    }

    Settled {
        id: settled

        layout: list
        wanted: list.height - list.contentHeight - Theme.gutter
    }

    // What comes next, where the list leaves room.
    Loader {
        active: grid.nextEvents !== null
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: grid.room
        y: list.contentHeight

        sourceComponent: MoreEvents {
            columns: grid.fitting(grid.room)
            events: grid.nextEvents
            room: settled.value
            title: Translations.text("screens.home.coming_up")

            onOpened: eventId => grid.opened(eventId)
        }
    }

    Pager {
        id: pager

        anchors.fill: parent
        beside: grid.beside
        flick: list
    }
}
