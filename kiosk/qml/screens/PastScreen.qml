import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// What has been, most recent first.
Item {
    id: screen

    required property PastPage page
    required property Shell shell

    Band {
        id: band

        anchors.left: parent.left
        anchors.right: parent.right
        colour: String(Theme.ink)
        seed: "past"
        shell: screen.shell
        tagline: Say.text("screens.past.subtitle")
        title: Say.text("screens.past.title")
    }

    Scroller {
        id: scroller

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: band.bottom

        EventGrid {
            events: screen.page.events
            width: parent.width

            onOpened: eventId => screen.shell.openEvent(eventId)
        }

        Empty {
            icon: "duotone/book-open-text"
            title: Say.text("screens.past.empty")
            visible: screen.page.empty
            width: parent.width
        }
    }

    Connections {
        function onOpened(): void {
            scroller.toTop();
        }

        target: screen.page
    }
}
