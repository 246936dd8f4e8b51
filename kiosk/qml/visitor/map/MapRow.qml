import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A place or a route beside the map, marked as it is on the map.
TapTarget {
    id: row

    required property string title
    required property string description
    required property string colour
    required property bool hasCorner
    required property bool isHere
    required property bool isEmpty
    property string icon: ""

    Accessible.description: description
    implicitHeight: Math.max(Theme.touch, words.implicitHeight + 2 * Theme.space(1.5))
    label: title
    radius: Theme.radiusButton

    Rectangle {
        anchors.fill: parent
        border.color: row.isHere ? Theme.accent : Theme.line
        border.width: row.isHere ? Theme.outline : Theme.hairline
        color: Theme.card
        radius: row.radius
    }

    Item {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Theme.space(2)
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.icon
        width: Theme.icon

        Icon {
            anchors.fill: parent
            colour: row.colour || Theme.muted
            name: row.icon
        }

        Rectangle {
            anchors.centerIn: parent
            border.color: row.hasCorner || row.isHere ? Theme.accent : Theme.clear
            border.width: row.hasCorner || row.isHere ? Theme.space(0.75) : 0
            color: row.isEmpty ? Theme.card : Theme.ink
            height: width
            radius: width / 2
            visible: row.icon === ""
            width: Theme.space(row.hasCorner || row.isHere ? 4 : 2.5)
        }
    }

    Column {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Theme.space(2)
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(2)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space(0.5)

        Label {
            font.weight: Theme.strong
            lineHeight: Theme.titleLineHeight
            size: Theme.body
            text: row.title
            width: parent.width
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: row.description
            width: parent.width
        }
    }
}
