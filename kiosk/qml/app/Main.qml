pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.viewmodels

// The window: shows one page at a time, with the dock below and the idle question on top. A page is created when it is
// first shown and then kept, except the attract loop with its large pictures.
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

    Repeater {
        model: root.shell.pages

        delegate: Loader {
            id: page

            required property string modelData
            readonly property bool isUnloadedWhenHidden: modelData === "attract" || modelData === "unavailable"
            readonly property bool shown: root.shell.page === modelData

            function loadOrUnload(): void {
                if (shown && status === Loader.Null)
                    setSource(Qt.resolvedUrl(`../visitor/${modelData}/${modelData[0].toUpperCase()}${modelData.slice(1)}Screen.qml`), {
                        page: root.shell.current,
                        shell: root.shell
                    });
                else if (!shown && isUnloadedWhenHidden && item) {
                    source = "";
                    pause.restart();
                }
            }

            anchors.bottom: dock.visible ? dock.top : parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            enabled: !root.shell.idle.asking
            visible: shown

            Component.onCompleted: loadOrUnload()
            onShownChanged: loadOrUnload()
        }
    }

    Loader {
        id: dock

        active: root.hasDock
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        enabled: !root.shell.idle.asking
        visible: root.hasDock

        sourceComponent: Dock {
            shell: root.shell
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
        active: root.shell.idle.asking
        anchors.fill: parent

        sourceComponent: IdleOverlay {
            idle: root.shell.idle
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
