import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A cause with what to do, or one of the places below it with the value as it was typed.
Item {
    id: item

    required property string severity
    required property bool heads
    required property string number
    required property string text
    required property string remedy
    required property string place
    required property string typed
    readonly property color colour: severity === "error" ? Theme.bad : severity === "warning" ? Theme.moved : Theme.good
    readonly property int indent: Theme.space(5)

    Accessible.name: [number, text, place, typed, remedy].filter(part => part !== "").join(", ")
    Accessible.role: Accessible.ListItem
    implicitHeight: column.implicitHeight + (heads ? Theme.space(3.5) : Theme.space(1))

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.line
        height: Theme.hairline
        visible: item.heads
    }

    Icon {
        anchors.left: parent.left
        anchors.top: column.top
        colour: item.colour
        name: item.severity === "repaired" ? "bold/check-circle" : item.severity === "error" ? "bold/x-circle" : "bold/warning"
        side: Theme.iconSmall
        visible: item.heads
    }

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: item.indent
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: item.heads ? Theme.space(2.5) : 0
        spacing: Theme.space(0.5)

        Label {
            font.weight: item.heads ? Theme.strong : Theme.regular
            size: item.heads ? Theme.body : Theme.small
            text: item.number ? item.number + " × " + item.text : item.text
            visible: item.text !== ""
            width: parent.width
        }

        Label {
            color: item.colour
            font.weight: Theme.control
            size: Theme.small
            text: item.number && !item.text ? item.number + " × " + item.remedy : item.remedy
            visible: item.remedy !== ""
            width: parent.width
        }

        DrawnText {
            color: Theme.muted
            drawn: item.place
            size: Theme.small
            visible: item.place !== ""
            width: parent.width
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }

        TypedValue {
            typed: item.typed
        }
    }
}
