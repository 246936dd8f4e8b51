pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.qml.visitor.shared
import kiosk.viewmodels

// One section of the agenda: a heading, a note and events.
Column {
    id: list

    required property AgendaSection section

    signal opened(string eventId)

    spacing: Theme.space(2)
    visible: section.isVisible

    Column {
        spacing: Theme.space(0.5)
        visible: list.section.heading !== ""
        width: parent.width

        Label {
            font.weight: Theme.strong
            lineHeight: Theme.titleLineHeight
            size: Theme.cardTitle
            text: list.section.heading
            width: parent.width
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: list.section.note
            visible: text !== ""
            width: parent.width
        }
    }

    Repeater {
        model: list.section.events

        delegate: UpcomingCard {
            objectName: "event-" + eventId
            width: list.width

            onTapped: list.opened(eventId)
        }
    }
}
