pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.viewmodels

// The window: one page at a time, made when it is first shown and kept, but for the large pictures of the attract
// loop; the dock below, the idle question above.
Item {
    id: root

    required property Shell shell
    readonly property bool framed: !["attract", "unavailable", "staff"].includes(shell.page)

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
            readonly property bool passing: modelData === "attract" || modelData === "unavailable"
            readonly property bool shown: root.shell.page === modelData

            function keep(): void {
                if (shown && status === Loader.Null)
                    setSource(Qt.resolvedUrl(`../visitor/${modelData}/${modelData[0].toUpperCase()}${modelData.slice(1)}Screen.qml`), {
                        page: root.shell.current,
                        shell: root.shell
                    });
                else if (!shown && passing && item) {
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

            Component.onCompleted: keep()
            onShownChanged: keep()
        }
    }

    Loader {
        id: dock

        active: root.framed
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        enabled: !root.shell.idle.asking
        visible: root.framed

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

    // Staff read it in passing; it is no button, for the way in is theirs.
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

    // Whoever pokes the attract page twice means it once.
    MouseArea {
        anchors.fill: parent
        visible: root.settling
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

    // Above all others, for what lies below an item that takes a touch is not told of it.
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
