pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.qml.visitor.shared
import kiosk.viewmodels

// The marked events, and beside them (below them in portrait) their codes.
Item {
    id: screen

    required property TrayPage page
    required property Shell shell

    PageHeader {
        id: band

        anchors.left: parent.left
        anchors.right: parent.right
        colour: String(Theme.ink)
        enabled: !screen.page.codeViewer.enlarged
        seed: "tray"
        shell: screen.shell
        tagline: Translations.text("screens.tray.subtitle")
        title: Translations.text("screens.tray.title")
    }

    EventList {
        id: list

        anchors.bottom: Theme.portrait && panel.visible ? panel.top : parent.bottom
        anchors.bottomMargin: Theme.portrait ? Theme.gap : 0
        anchors.left: parent.left
        anchors.right: Theme.portrait || !panel.visible ? parent.right : panel.left
        anchors.top: band.bottom
        enabled: !screen.page.codeViewer.enlarged
        events: screen.page.events
        least: 1
        nextEvents: screen.page.nextEvents
        removable: true

        head: Column {
            bottomPadding: Theme.gutter
            leftPadding: Theme.margin
            spacing: Theme.gap
            topPadding: Theme.space(3)

            PrintRow {
                label: Translations.text("screens.tray.print")
                printState: screen.page.printState
                visible: printState.allowed && screen.page.marked.length > 0
                width: list.room

                onRequested: screen.page.print()
            }

            PillButton {
                icon: "bold/x"
                label: Translations.text("screens.tray.clear")
                objectName: "tray-clear"
                once: true
                visible: screen.page.marked.length > 0

                onTapped: screen.page.clear()
            }

            Label {
                color: Theme.muted
                objectName: "undated"
                size: Theme.small
                text: screen.page.undatedText
                visible: text !== ""
                width: list.room
            }

            Column {
                spacing: Theme.gutter
                visible: screen.page.marked.length === 0
                width: screen.width - 2 * Theme.margin

                EmptyState {
                    anchors.horizontalCenter: parent.horizontalCenter
                    hint: Translations.text("screens.tray.empty_hint")
                    icon: "duotone/heart"
                    title: Translations.text("screens.tray.empty")
                    width: Math.min(parent.width, 2 * (Theme.margin + list.room) - screen.width)
                }

                PillButton {
                    anchors.horizontalCenter: parent.horizontalCenter
                    icon: "bold/list-bullets"
                    label: Translations.text("screens.nav.events")
                    objectName: "tray-events"
                    radius: Theme.radiusButton

                    onTapped: screen.shell.openTheme("")
                }
            }
        }

        onOpened: eventId => screen.shell.openEvent(eventId)
        onRemoved: eventId => screen.page.toggle(eventId, "")
    }

    CodePanel {
        id: panel

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(3)
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        enabled: !screen.page.codeViewer.enlarged
        room: screen.height - band.height - 2 * Theme.space(3)
        viewer: screen.page.codeViewer
        visible: screen.page.marked.length > 0
        width: Theme.panelWidth - (Theme.portrait ? 0 : Theme.margin - Theme.gutter)
    }

    QrCodeOverlay {
        anchors.fill: parent
        title: screen.page.codeViewer.title
        viewer: screen.page.codeViewer
    }
}
