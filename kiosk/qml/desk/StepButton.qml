import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// One step of the rail, with its number and how many errors wait there.
TapTarget {
    id: button

    required property Desk desk
    required property string step
    required property string figure
    property string icon: ""
    property int errors: 0
    readonly property color colour: chosen ? Theme.ink : Theme.onColour

    Accessible.name: errors ? label + ", " + errors : label
    chosen: desk.step === step
    implicitHeight: Math.max(Theme.touch, words.implicitHeight + Theme.space(3))
    objectName: "step-" + step
    veil: Theme.onColour
    width: parent?.width ?? 0

    onTapped: button.desk.openStep(button.step)

    Rectangle {
        anchors.fill: parent
        color: button.chosen ? Theme.accent : Theme.clear
        radius: button.radius
    }

    Rectangle {
        id: circle

        anchors.left: parent.left
        anchors.leftMargin: Theme.space(2)
        anchors.verticalCenter: parent.verticalCenter
        border.color: button.colour
        border.width: button.figure ? Theme.hairline : 0
        color: Theme.clear
        height: width
        radius: width / 2
        width: Theme.space(6)

        Label {
            anchors.centerIn: parent
            color: button.colour
            font.weight: Theme.strong
            size: Theme.small
            text: button.figure
            wrapMode: Text.NoWrap
        }

        Icon {
            anchors.centerIn: parent
            colour: button.colour
            name: button.icon
            side: Theme.iconSmall
        }
    }

    Label {
        id: words

        anchors.left: circle.right
        anchors.leftMargin: Theme.space(2)
        anchors.right: badge.visible ? badge.left : parent.right
        anchors.rightMargin: Theme.space(1)
        anchors.verticalCenter: parent.verticalCenter
        color: button.colour
        font.weight: Theme.control
        size: Theme.body
        text: button.label
    }

    Badge {
        id: badge

        anchors.right: parent.right
        anchors.rightMargin: Theme.space(2)
        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.onColour
        fill: Theme.bad
        text: button.errors ? String(button.errors) : ""
    }
}
