pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The window: one page at a time, made when it is first shown and kept, but for the large pictures of the attract
// loop; the dock below, the idle question above.
Item {
    id: root

    required property Shell shell
    readonly property bool framed: shell.page !== "attract" && shell.page !== "staff"

    readonly property bool settling: pause.running

    focus: true

    Keys.onPressed: root.shell.touched()

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
        target: Say
        value: root.shell
    }

    PointHandler {
        onActiveChanged: root.shell.touched()
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Repeater {
        model: ["Attract", "Home", "Theme", "Event", "Past", "Staff"]

        delegate: Loader {
            id: page

            required property string modelData
            readonly property bool passing: modelData === "Attract" || modelData === "Staff"
            readonly property bool shown: root.shell.page === modelData.toLowerCase()

            function keep(): void {
                if (shown && status === Loader.Null)
                    setSource(Qt.resolvedUrl(`../screens/${modelData}Screen.qml`), {
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

        sourceComponent: IdleSheet {
            idle: root.shell.idle
        }
    }
}
