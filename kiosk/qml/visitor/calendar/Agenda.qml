import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The events of the selected day; without events, a button to the nearest day or month with events.
Item {
    id: agenda

    required property CalendarPage page

    signal opened(string eventId)

    Label {
        id: heading

        anchors.left: parent.left
        anchors.right: parent.right
        font.weight: Theme.heavy
        lineHeight: Theme.titleLineHeight
        objectName: "agenda"
        size: Theme.cardTitle
        text: agenda.page.heading
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
        hasMore: agenda.page.hasMore

        onMoreRequested: agenda.page.showMore()

        AgendaSectionView {
            section: agenda.page.upper
            width: parent.width

            onOpened: eventId => agenda.opened(eventId)
        }

        AgendaSectionView {
            section: agenda.page.middle
            width: parent.width

            onOpened: eventId => agenda.opened(eventId)
        }

        AgendaSectionView {
            section: agenda.page.lower
            width: parent.width

            onOpened: eventId => agenda.opened(eventId)
        }

        Label {
            color: Theme.muted
            size: Theme.cardTitle
            text: agenda.page.emptyText
            visible: text !== ""
            width: parent.width
        }

        PillButton {
            icon: agenda.page.suggestionIsLater ? "bold/arrow-right" : "bold/arrow-left"
            iconLast: agenda.page.suggestionIsLater
            label: agenda.page.suggestion
            objectName: "offer"
            radius: Theme.radiusButton
            visible: label !== ""

            onTapped: agenda.page.followSuggestion()
        }
    }

    Connections {
        function onContentReplaced(): void {
            scroller.toTop();
        }

        target: agenda.page
    }
}
