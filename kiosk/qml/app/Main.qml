pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The window: shows one page at a time, with the dock below and the idle question on top.
Item {
    id: root

    required property Shell shell
    readonly property bool hasDock: !["attract", "unavailable", "staff"].includes(shell.page)

    readonly property bool settling: pause.running

    focus: true

    Keys.onPressed: root.shell.registerActivity()

    Binding {
        property: "screenWidth"
        target: Theme
        value: root.width
        when: root.width > 0
    }

    Binding {
        property: "screenHeight"
        target: Theme
        value: root.height
        when: root.height > 0
    }

    Binding {
        property: "shell"
        target: Translations
        value: root.shell
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    PageStack {
        anchors.fill: parent
        enabled: !root.shell.idle.asking
        shell: root.shell

        onAttractClosed: pause.restart()
    }

    // Compiled after the first picture, like the pages.
    Loader {
        id: dock

        readonly property bool shown: root.hasDock

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        enabled: !root.shell.idle.asking
        visible: shown

        onShownChanged: {
            if (shown && status === Loader.Null)
                setSource(Qt.resolvedUrl("../frame/Dock.qml"), {
                    shell: root.shell
                });
        }
    }

    Loader {
        id: staff

        readonly property bool shown: root.shell.page === "staff"

        anchors.fill: parent

        onShownChanged: {
            if (shown)
                setSource(Qt.resolvedUrl("../staff/StaffScreen.qml"), {
                    area: root.shell.staff
                });
            else
                source = "";
        }
    }

    TapFeedback {}

    Connections {
        function onRested(page: string, target: string): void {
            root.shell.expect(page, target);
        }

        target: TouchState
    }

    // Tells staff that a pack can be installed; no button, because only the staff gesture opens the staff area.
    Rectangle {
        anchors.left: parent.left
        anchors.top: parent.top
        color: Theme.accent
        height: notice.implicitHeight + Theme.space(1)
        radius: 0
        visible: root.shell.packAvailable && ["attract", "unavailable"].includes(root.shell.page)
        width: notice.implicitWidth + 2 * Theme.inset

        Label {
            id: notice

            anchors.centerIn: parent
            font.weight: Theme.control
            size: Theme.small
            text: Translations.text("staff.notice")
            wrapMode: Text.NoWrap
        }
    }

    // Swallows the second touch of a visitor who touches the attract page twice.
    MouseArea {
        anchors.fill: parent
        visible: root.settling
    }

    // Swallows the second touch of a double tap on a button that counts once.
    MouseArea {
        readonly property bool passes: DeadPlace.repeating !== null

        height: DeadPlace.place.height
        objectName: "dead"
        visible: DeadPlace.active
        width: DeadPlace.place.width
        x: DeadPlace.place.x
        y: DeadPlace.place.y

        onPressed: mouse => mouse.accepted = !DeadPlace.passes()
    }

    Timer {
        id: pause

        interval: Theme.pause
    }

    Loader {
        id: question

        readonly property bool shown: root.shell.idle.asking

        anchors.fill: parent

        onShownChanged: {
            if (shown)
                setSource(Qt.resolvedUrl("../frame/IdleOverlay.qml"), {
                    idle: root.shell.idle
                });
            else
                source = "";
        }
    }

    // On top of all other items, because an item below one that accepts a touch gets no event.
    Item {
        anchors.fill: parent

        PointHandler {
            onActiveChanged: {
                root.shell.registerActivity();
                if (active && Math.max(point.pressPosition.x, point.pressPosition.y) < Theme.corner)
                    root.shell.tapCorner();
            }
        }
    }
}
