pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// Further events below what a page is about: a heading and as many rows of cards as there is room for.
Column {
    id: root

    required property EventRows events
    required property string title
    property int columns: 2
    property real room: 0
    property bool ready: true

    // Below this height there is nothing.
    readonly property int least: heading.implicitHeight + spacing + card
    readonly property int card: Theme.space(14)
    // What the heading and the cards need, before they are laid out.
    readonly property int needed: shown > 0 ? least + (Math.ceil(shown / columns) - 1) * (card + spacing) : 0
    readonly property int shown: Math.min(events.count, columns * Math.max(0, Math.floor((room - heading.implicitHeight) / (card + spacing))))

    signal opened(string eventId)

    spacing: Theme.gap

    Label {
        id: heading

        font.weight: Theme.strong
        size: Theme.body
        text: root.title
        visible: root.ready && root.shown > 0
        width: parent.width
    }

    Grid {
        columnSpacing: root.spacing
        columns: root.columns
        rowSpacing: root.spacing
        visible: root.ready && root.shown > 0

        Repeater {
            model: root.shown

            delegate: SmallEventCard {
                required property int index

                function says(role: string): string {
                    return root.events.text(index, role, root.events.revision);
                }

                colour: says("colour")
                flag: says("flag")
                flagText: says("flagText")
                objectName: "next-" + says("eventId")
                title: says("title")
                when: says("when")
                where: says("where")
                width: Math.floor((root.width - (root.columns - 1) * root.spacing) / root.columns)

                onTapped: root.opened(says("eventId"))
            }
        }
    }
}
