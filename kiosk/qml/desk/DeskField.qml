import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A line to type into, below its label; Tab leads to it.
Column {
    id: field

    required property string label
    property alias text: input.text
    property alias echoMode: input.echoMode

    signal accepted
    signal edited

    spacing: Theme.space(0.5)

    Label {
        color: Theme.muted
        size: Theme.small
        text: field.label
        width: parent.width
    }

    Rectangle {
        border.color: input.activeFocus ? Theme.accent : Theme.ink
        border.width: input.activeFocus ? Theme.outline : Theme.hairline
        color: Theme.card
        height: Theme.space(9)
        radius: Theme.radiusButton
        width: parent.width

        TextInput {
            id: input

            Accessible.name: field.label
            Accessible.role: Accessible.EditableText
            activeFocusOnTab: true
            anchors.fill: parent
            anchors.leftMargin: Theme.space(2)
            anchors.rightMargin: Theme.space(2)
            clip: true
            color: Theme.ink
            font.family: Theme.family
            font.pixelSize: Theme.body
            objectName: field.objectName + "-input"
            renderType: Text.NativeRendering
            selectByMouse: true
            selectedTextColor: Theme.ink
            selectionColor: Theme.mark
            verticalAlignment: TextInput.AlignVCenter

            onAccepted: field.accepted()
            onTextEdited: field.edited()
        }
    }
}
