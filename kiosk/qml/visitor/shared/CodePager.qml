import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// Steps through the codes of one kind and counts them.
Row {
    id: pager

    required property CodeViewer viewer
    property string prefix: "code"

    spacing: Theme.gap
    visible: viewer.position !== ""

    TapTarget {
        label: Translations.text("screens.tray.before")
        objectName: pager.prefix + "-before"

        onTapped: pager.viewer.step(-1)

        Icon {
            anchors.centerIn: parent
            name: "bold/arrow-left"
        }
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        font.weight: Theme.strong
        objectName: pager.prefix + "-position"
        text: pager.viewer.position
        wrapMode: Text.NoWrap
    }

    TapTarget {
        label: Translations.text("screens.tray.after")
        objectName: pager.prefix + "-after"

        onTapped: pager.viewer.step(1)

        Icon {
            anchors.centerIn: parent
            name: "bold/arrow-right"
        }
    }
}
