pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The window: one page at a time, read when it is first shown; the dock below, the idle question above.
Item {
    id: root

    required property Shell shell
    readonly property bool framed: shell.page !== "attract" && shell.page !== "staff"

    property string shown: ""

    function turn(): void {
        if (root.shown === root.shell.page)
            return;
        root.shown = root.shell.page;
        const name = root.shown.charAt(0).toUpperCase() + root.shown.slice(1);
        page.setSource(Qt.resolvedUrl(`../screens/${name}Screen.qml`), {
            shell: root.shell
        });
    }

    focus: true

    Component.onCompleted: root.turn()

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

    Loader {
        id: page

        anchors.bottom: dock.visible ? dock.top : parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
    }

    Dock {
        id: dock

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        shell: root.shell
        visible: root.framed
    }

    IdleSheet {
        anchors.fill: parent
        idle: root.shell.idle
    }

    Connections {
        function onPageChanged(): void {
            root.turn();
        }

        target: root.shell
    }
}
