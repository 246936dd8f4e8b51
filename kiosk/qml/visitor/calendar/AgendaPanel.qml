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

        AgendaSectionView {
            section: panel.agenda.earlier
            width: parent.width

            onOpened: eventId => panel.opened(eventId)
        }

        AgendaSectionView {
            section: panel.agenda.upper
            width: parent.width

            onOpened: eventId => panel.opened(eventId)
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

        AgendaSectionView {
            section: panel.agenda.middle
            width: parent.width

            onOpened: eventId => panel.opened(eventId)
        }

        AgendaSectionView {
            section: panel.agenda.lower
            width: parent.width

            onOpened: eventId => panel.opened(eventId)
        }

        AgendaSectionView {
            section: panel.agenda.within
            width: parent.width

            onOpened: eventId => panel.opened(eventId)
        }

        AgendaSectionView {
            section: panel.agenda.perhaps
            width: parent.width

            onOpened: eventId => panel.opened(eventId)
        }

        AgendaSectionView {
            section: panel.agenda.year
            width: parent.width

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
