pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.theme
import kiosk.viewmodels

// Event cards in as many columns as fit, those of a row equally high; only what is seen is made, of thousands too.
Item {
    id: grid

    required property EventRows events
    property alias head: list.header
    readonly property int room: list.width - Theme.margin - (pager.beside ? Theme.gutter : Theme.margin)
    readonly property int columns: Math.max(2, Math.floor((room + Theme.gutter) / (Theme.space(46) + Theme.gutter)))
    readonly property int cell: Math.floor((room - (columns - 1) * Theme.gutter) / columns)

    signal opened(string eventId)

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

                delegate: EventCard {
                    required property int index

                    function says(role: string): string {
                        return grid.events.text(row.index * grid.columns + index, role, grid.events.edition);
                    }

                    badge: says("badge")
                    colour: says("colour")
                    eventId: says("eventId")
                    flag: says("flag")
                    flagText: says("flagText")
                    height: Math.max(...row.children.map(card => card.implicitHeight))
                    icon: says("icon")
                    later: list.moving || pager.gliding
                    objectName: "event-" + eventId
                    picture: says("picture")
                    title: says("title")
                    titleNote: says("titleNote")
                    visible: eventId !== ""
                    when: says("when")
                    where: says("where")
                    width: grid.cell

                    onTapped: grid.opened(eventId)
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
