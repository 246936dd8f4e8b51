pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The search: the field, what is found, and below it the keyboard, which covers nothing.
FocusScope {
    id: screen

    required property SearchPage page
    required property Shell shell

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
        shell: screen.shell
    }

    SearchField {
        id: field

        anchors.left: bar.left
        anchors.right: bar.right
        anchors.top: bar.bottom
        anchors.topMargin: Theme.gap
        page: screen.page
    }

    Scroller {
        id: scroller

        anchors.bottom: keyboard.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: field.bottom
        more: screen.page.more
        objectName: "results"

        onMoreWanted: screen.page.showMore()

        Words {
            color: Theme.muted
            text: screen.page.said
            visible: text !== ""
            width: parent.width
        }

        Pill {
            icon: "bold/arrow-right"
            label: screen.page.didYouMean
            objectName: "did-you-mean"
            visible: label !== ""

            onTapped: screen.page.takeMeant()
        }

        Words {
            font.weight: Theme.strong
            text: screen.page.near
            visible: text !== ""
            width: parent.width
        }

        ResultGrid {
            results: screen.page.results
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
        pad: screen.page.keyboard
    }

    Connections {
        function onTurned(): void {
            scroller.toTop();
        }

        target: screen.page
    }
}
