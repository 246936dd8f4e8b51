pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// One theme, or the whole programme: chips to narrow it down, and the events.
Item {
    id: screen

    required property ThemePage page
    required property Shell shell

    Band {
        id: band

        anchors.left: parent.left
        anchors.right: parent.right
        colour: screen.page.colour
        seed: screen.page.themeId
        shell: screen.shell
        tagline: screen.page.tagline
        title: screen.page.title
    }

    Scroller {
        id: scroller

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: band.bottom
        more: screen.page.more

        onMoreWanted: screen.page.showMore()

        Flow {
            spacing: Theme.gap
            width: parent.width

            Repeater {
                model: screen.page.chips

                delegate: Pill {
                    required property int index

                    required chosen
                    required label

                    objectName: "chip-" + index

                    onTapped: screen.page.choose(index)
                }
            }

            Pill {
                icon: "bold/clock-counter-clockwise"
                label: Say.text("screens.nav.past")
                objectName: "past"
                visible: screen.page.themeId === ""

                onTapped: screen.shell.openPast()
            }
        }

        EventGrid {
            events: screen.page.events
            width: parent.width

            onOpened: eventId => screen.shell.openEvent(eventId)
        }

        Empty {
            hint: Say.text("screens.theme.empty_hint")
            title: Say.text("screens.theme.empty")
            visible: screen.page.empty
            width: parent.width
        }
    }

    Connections {
        function onTurned(): void {
            scroller.toTop();
        }

        target: screen.page
    }
}
