pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// Event cards in as many columns as fit, those of a row equally high; only visible cards are created.
Item {
    id: grid

    required property EventRows events
    property alias head: list.header
    readonly property int room: list.width - Theme.margin - (pager.beside ? Theme.gutter : Theme.margin)
    readonly property int columns: Math.max(least, Math.floor((room + Theme.gutter) / (Theme.space(46) + Theme.gutter)))
    readonly property int cell: Math.floor((room - (columns - 1) * Theme.gutter) / columns)

    property int least: 2
    property bool removable: false

    signal opened(string eventId)
    signal removed(string eventId)

    function toTop(): void {
        pager.toTop();
    }

    ListView {
        id: list

        anchors.bottom: parent.bottom
        anchors.bottomMargin: pager.overflows && !pager.beside ? Theme.touch + 2 * Theme.gap : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: pager.beside ? Theme.rail + Theme.gutter : 0
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

                    PillButton {
                        Accessible.description: card.title
                        anchors.bottom: parent.bottom
                        icon: "bold/x"
                        label: Translations.text("screens.tray.remove")
                        objectName: "remove-" + card.eventId
                        once: true
                        radius: Theme.radiusButton
                        visible: grid.removable
                        width: parent.width

                        onTapped: grid.removed(card.eventId)
                    }
                }
            }
        }
        header: Item {
            height: Theme.space(3)
        }
    }

    Pager {
        id: pager

        anchors.fill: parent
        flick: list
    }
}
