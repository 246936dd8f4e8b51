pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.viewmodels

// The search page: the field, the results, and below them the keyboard, which covers nothing.
FocusScope {
    id: screen

    required property SearchPage page
    required property Shell shell
    readonly property bool beside: !Theme.portrait && !Theme.narrow

    Component.onCompleted: forceActiveFocus()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            screen.page.erase();
        else if (!(event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier)))
            screen.page.type(event.text);
        event.accepted = false;
    }
    onVisibleChanged: {
        if (visible)
            forceActiveFocus();
    }

    TopBar {
        id: bar

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.gutter
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
        anchors.topMargin: screen.beside ? Math.max(0, bar.y + bar.height - field.y - field.height) : 0
        hasMore: screen.page.hasMore
        objectName: "results"

        onMoreRequested: screen.page.showMore()

        Flow {
            spacing: Theme.gap
            visible: message.text !== ""
            width: parent.width

            Label {
                id: message

                color: Theme.muted
                height: suggestion.visible ? Math.max(Theme.touch, implicitHeight) : implicitHeight
                objectName: "said"
                text: screen.page.message
                width: Math.min(implicitWidth, parent.width)
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
