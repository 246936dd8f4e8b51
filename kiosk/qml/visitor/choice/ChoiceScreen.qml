pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.qml.visitor.shared
import kiosk.viewmodels

// The events of a first choice: of today, of this evening, for children.
Item {
    id: screen

    required property ChoicePage page
    required property Shell shell

    PageHeader {
        id: band

        anchors.left: parent.left
        anchors.right: parent.right
        colour: String(Theme.ink)
        seed: "choice"
        shell: screen.shell
        tagline: screen.page.tagline
        title: screen.page.title
    }

    EventList {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: band.bottom
        events: screen.page.events
        nextEvents: screen.page.nextEvents

        head: Column {
            bottomPadding: screen.page.events.count === 0 ? Theme.gutter : 0
            leftPadding: Theme.margin
            topPadding: Theme.space(3)

            EmptyState {
                title: Translations.text("screens.theme.empty")
                visible: screen.page.events.count === 0
                width: list.room
            }
        }

        onOpened: eventId => screen.shell.openEvent(eventId)
    }

    Connections {
        function onOpened(): void {
            list.toTop();
        }

        target: screen.page
    }
}
