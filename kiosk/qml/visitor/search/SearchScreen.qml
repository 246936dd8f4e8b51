pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.qml.visitor.shared
import kiosk.viewmodels

// The search page: the field, the results, and below them the keyboard, which covers nothing.
FocusScope {
    id: screen

    required property SearchPage page
    required property Shell shell
    readonly property bool shown: shell.page === "search"
    readonly property bool beside: !Theme.portrait && !Theme.narrow

    function takeKeys(): void {
        if (screen.shown)
            screen.forceActiveFocus();
    }

    Component.onCompleted: takeKeys()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            screen.page.erase();
        else if (!(event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier)))
            screen.page.type(event.text);
        event.accepted = false;
    }
    onShownChanged: takeKeys()

    TopBar {
        id: bar

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.top
        reservedWidth: screen.beside ? field.width + Theme.gutter : 0
        shell: screen.shell
    }

    SearchField {
        id: field

        page: screen.page
        width: screen.beside ? Theme.space(90) : bar.width
        x: screen.beside ? bar.x + bar.reservedEnd - width : bar.x
        y: screen.beside ? bar.y + (bar.height - height) / 2 : bar.y + bar.height + Theme.gap
    }

    Scroller {
        id: scroller

        anchors.bottom: keyboard.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: field.bottom
        // A row or two of results scroll rarely, and leave the pager's column to the results where the screen is wide.
        beside: !Theme.portrait && (Theme.narrow || screen.page.results.count > 2)
        anchors.topMargin: screen.beside ? Math.max(0, bar.y + bar.height - field.y - field.height) : 0
        hasMore: screen.page.hasMore
        objectName: "results"

        onMoreRequested: screen.page.showMore()

        Flow {
            id: hint

            spacing: Theme.gap
            visible: message.text !== ""
            width: parent.width

            Label {
                id: message

                color: Theme.muted
                height: suggestion.visible ? Math.max(Theme.touch, implicitHeight) : implicitHeight
                objectName: "said"
                text: screen.page.message
                room: parent.width
                width: Math.min(implicitWidth, room)
            }

            PillButton {
                id: suggestion

                icon: "bold/magnifying-glass"
                label: screen.page.didYouMean
                objectName: "did-you-mean"
                size: Theme.body
                visible: label !== ""

                onTapped: screen.page.acceptSuggestion()
            }
        }

        ResultGrid {
            results: screen.page.results
            room: parent.width

            onOpened: eventId => screen.shell.openEvent(eventId)
        }

        Settled {
            id: settled

            layout: hint
            wanted: scroller.room(hint.height)
        }

        MoreEvents {
            columns: Theme.portrait ? 2 : Theme.narrow ? 3 : 4
            events: screen.page.nextEvents
            room: settled.value
            title: Translations.text("screens.home.coming_up")
            width: parent.width

            onOpened: eventId => screen.shell.openEvent(eventId)
        }
    }

    Keyboard {
        id: keyboard

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        objectName: "keyboard"
        model: screen.page.keyboard
    }

    Connections {
        function onContentReplaced(): void {
            scroller.toTop();
        }

        target: screen.page
    }
}
