import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The print button, where the Corner lets visitors print, and beside it the message about the request.
Flow {
    id: row

    required property PrintState printState
    required property string label
    readonly property int roomBeside: width - button.width - spacing

    signal requested

    spacing: Theme.gutter
    visible: row.printState.allowed

    PillButton {
        id: button

        enabled: !row.printState.busy
        icon: "bold/printer"
        label: row.label
        objectName: "print-flyer"
        once: true
        opacity: enabled ? 1 : 0.35
        radius: Theme.radiusButton

        onTapped: row.requested()
    }

    Label {
        height: Math.max(implicitHeight, Theme.touch)
        objectName: "print-line"
        size: Theme.small
        text: row.printState.message
        visible: text !== ""
        width: row.roomBeside < Theme.space(30) ? row.width : row.roomBeside
    }
}
