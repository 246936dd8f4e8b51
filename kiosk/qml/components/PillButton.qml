import QtQuick
import kiosk.qml.theme

// A rounded button with a label and an optional icon.
TapTarget {
    id: pill

    property string icon: ""
    property bool iconLast: false
    property bool wordless: false
    property color fill: chosen ? Theme.ink : Theme.card
    property color colour: chosen ? Theme.onColour : Theme.ink
    property color edge: chosen ? Theme.ink : Theme.line
    property int size: Theme.small

    implicitHeight: Theme.touch
    implicitWidth: Math.max(Theme.touch, row.implicitWidth + 2 * Theme.inset)
    radius: height / 2

    Rectangle {
        anchors.fill: parent
        border.color: pill.edge
        border.width: Theme.hairline
        color: pill.fill
        radius: pill.radius
    }

    Row {
        id: row

        anchors.centerIn: parent
        layoutDirection: pill.iconLast ? Qt.RightToLeft : Qt.LeftToRight
        spacing: Theme.space(1.5)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            colour: pill.colour
            name: pill.icon
            side: Theme.iconSmall
            visible: pill.icon !== ""
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: pill.colour
            font.weight: Theme.control
            size: pill.size
            text: pill.label
            visible: !pill.wordless
            wrapMode: Text.NoWrap
        }
    }
}
