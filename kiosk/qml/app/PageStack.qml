pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.theme
import kiosk.viewmodels

// The visitor pages, of which one is shown. The page cache says which of them exist, and which is drawn behind the one
// that is shown. A page keeps its size while it is hidden, so that it is laid out once.
Item {
    id: stack

    required property Shell shell

    signal attractClosed

    Repeater {
        model: stack.shell.pageNames

        delegate: Loader {
            id: page

            required property string modelData
            readonly property bool exists: stack.shell.pageCache.existing.includes(modelData)
            readonly property bool fillsWindow: modelData === "attract" || modelData === "unavailable"
            readonly property bool shown: stack.shell.page === modelData

            function load(): void {
                setSource(Qt.resolvedUrl(`../visitor/${modelData}/${modelData[0].toUpperCase()}${modelData.slice(1)}Screen.qml`), {
                    page: stack.shell.pageModel(modelData),
                    shell: stack.shell
                });
            }

            function unload(): void {
                source = "";
                if (fillsWindow)
                    stack.attractClosed();
            }

            height: stack.height - (fillsWindow ? 0 : Theme.dock)
            visible: shown || stack.shell.pageCache.drawn === modelData
            width: stack.width
            z: shown ? 1 : 0

            Component.onCompleted: {
                if (exists)
                    load();
            }
            onExistsChanged: exists ? load() : unload()
        }
    }
}
