pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The events of the selected day from now on; without any, a button to the next ones and what may fall into the month.
Item {
    id: panel

    required property CalendarPage page
    readonly property Agenda agenda: page.dayAgenda

    signal opened(string eventId)

    Label {
        id: heading

        anchors.left: parent.left
        anchors.right: parent.right
        font.weight: Theme.heavy
        lineHeight: Theme.titleLineHeight
        objectName: "agenda"
        size: Theme.cardTitle
        text: panel.page.heading
    }

    Scroller {
        id: scroller

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: -edge
        anchors.right: parent.right
        anchors.rightMargin: -edge
        anchors.top: heading.bottom
        beside: false
        edge: Theme.space(1)
        hasMore: panel.agenda.hasMore

        onMoreRequested: panel.agenda.showMore()

        DayFilters {
            agenda: panel.agenda
            width: parent.width
        }

        Section {
            section: panel.agenda.earlier
        }

        Section {
            section: panel.agenda.upper
        }

        Label {
            color: Theme.muted
            size: Theme.cardTitle
            text: panel.agenda.emptyText
            visible: text !== ""
            width: parent.width
        }

        OfferButton {
            label: panel.agenda.offer
            later: panel.agenda.offerIsLater
            objectName: "offer"
            visible: label !== ""
            width: parent.width

            onTapped: panel.page.followSuggestion()
        }

        Section {
            section: panel.agenda.middle
        }

        Section {
            section: panel.agenda.lower
        }

        Section {
            section: panel.agenda.within
        }

        Section {
            section: panel.agenda.perhaps
        }

        Section {
            section: panel.agenda.year
        }
    }

    // A section exists only while it has something to say.
    component Section: Loader {
        id: place

        required property AgendaSection section

        active: section.isVisible
        visible: active
        width: parent?.width ?? 0

        sourceComponent: AgendaSectionView {
            section: place.section
            width: place.width

            onOpened: eventId => panel.opened(eventId)
        }
    }

    Connections {
        function onContentReplaced(): void {
            scroller.toTop();
        }

        target: panel.agenda
    }
}
