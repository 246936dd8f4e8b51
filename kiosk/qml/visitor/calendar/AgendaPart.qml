pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.qml.visitor.shared
import kiosk.viewmodels

// Events below a heading of their own.
Column {
    id: list

    required property Part part

    signal opened(string eventId)

    spacing: Theme.space(2)
    visible: part.there

    Column {
        spacing: Theme.space(0.5)
        visible: list.part.heading !== ""
        width: parent.width

        Label {
            font.weight: Theme.strong
            lineHeight: Theme.titleLineHeight
            size: Theme.cardTitle
            text: list.part.heading
            width: parent.width
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: list.part.note
            visible: text !== ""
            width: parent.width
        }
    }

    Repeater {
        model: list.part.events

        delegate: UpcomingCard {
            objectName: "event-" + eventId
            width: list.width

            onTapped: list.opened(eventId)
        }
    }
}
