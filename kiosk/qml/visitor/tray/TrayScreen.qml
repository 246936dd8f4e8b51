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
        enabled: !screen.page.enlarged
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
        enabled: !screen.page.enlarged
        events: screen.page.events
        least: 1
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

    TrayPanel {
        id: panel

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(3)
        anchors.right: parent.right
        anchors.rightMargin: Theme.portrait ? Theme.margin : Theme.gutter
        enabled: !screen.page.enlarged
        page: screen.page
        room: screen.height - band.height - 2 * Theme.space(3)
        visible: screen.page.marked.length > 0
        width: Theme.panelWidth

        onEnlarged: screen.page.enlarge(true)
    }

    QrCodeOverlay {
        anchors.fill: parent
        line: [screen.page.codePosition, screen.page.codeNote].filter(part => part).join(" · ") || Translations.text("screens.event.scan")
        modules: screen.page.modules
        payload: screen.page.payload
        several: screen.page.codePosition !== ""
        title: screen.page.codeTitle
        visible: screen.page.enlarged

        onClosed: screen.page.enlarge(false)
        onStepped: by => screen.page.stepCode(by)
    }
}
