pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.qml.visitor.shared
import kiosk.viewmodels

// One theme or the whole programme: filters and events.
Item {
    id: screen

    required property ThemePage page
    required property Shell shell

    PageHeader {
        id: band

        anchors.left: parent.left
        anchors.right: parent.right
        colour: screen.page.colour
        seed: screen.page.themeId
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
            bottomPadding: Theme.gutter
            leftPadding: Theme.margin
            spacing: Theme.gutter
            topPadding: Theme.space(3)

            FilterControls {
                bar: screen.page.filters
                width: list.room

                PillButton {
                    icon: "bold/clock-counter-clockwise"
                    label: Translations.text("screens.nav.past")
                    objectName: "past"
                    visible: screen.page.themeId === ""

                    onTapped: screen.shell.openPast()
                }
            }

            EmptyState {
                hint: Translations.text("screens.theme.empty_hint")
                title: Translations.text("screens.theme.empty")
                visible: screen.page.events.count === 0
                width: list.room
            }
        }

        onOpened: eventId => screen.shell.openEvent(eventId)
    }

    Connections {
        function onContentReplaced(): void {
            list.toTop();
        }

        target: screen.page
    }

    Connections {
        function onChoicesToggled(): void {
            list.toTop();
        }

        target: screen.page.filters
    }
}
