import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The button that prints, where the Corner lets visitors print, and beside it how that goes.
Flow {
    id: row

    required property Printing printing
    required property string label
    readonly property int rest: width - button.width - spacing

    signal wanted

    spacing: Theme.gutter
    visible: row.printing.allowed

    PillButton {
        id: button

        enabled: !row.printing.busy
        icon: "bold/printer"
        label: row.label
        objectName: "print-flyer"
        opacity: enabled ? 1 : 0.35
        radius: Theme.radiusButton

        onTapped: row.wanted()
    }

    Label {
        height: Math.max(implicitHeight, Theme.touch)
        objectName: "print-line"
        size: Theme.small
        text: row.printing.line
        visible: text !== ""
        width: row.rest < Theme.space(30) ? row.width : row.rest
    }
}
