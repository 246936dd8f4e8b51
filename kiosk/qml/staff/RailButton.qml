import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// One button of the navigation rail: its icon beside its label, or above it on a portrait screen.
TapTarget {
    id: button

    required property string icon
    required property int buttonsPerRow
    required chosen
    property color edge: Theme.clear
    property string number: ""
    readonly property color colour: chosen ? Theme.ink : Theme.onColour

    Accessible.name: number ? label + ", " + number : label
    implicitHeight: Theme.portrait ? Theme.dock : Theme.touch
    implicitWidth: Theme.portrait ? (Theme.screenWidth - (buttonsPerRow + 1) * Theme.gap) / buttonsPerRow : Theme.staffRail - 2 * Theme.gutter
    veil: Theme.onColour

    Rectangle {
        anchors.fill: parent
        border.color: button.edge
        border.width: Theme.hairline
        color: button.chosen ? Theme.accent : Theme.clear
        radius: button.radius
    }

    Grid {
        anchors.left: Theme.portrait ? undefined : parent.left
        anchors.leftMargin: Theme.inset
        anchors.horizontalCenter: Theme.portrait ? parent.horizontalCenter : undefined
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: Theme.space(2)
        columns: Theme.portrait ? 1 : 2
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Icon {
            colour: button.colour
            name: button.icon
        }

        Label {
            color: button.colour
            font.weight: Theme.control
            horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
            size: Theme.small
            text: button.label
            width: Theme.portrait ? button.width - Theme.space(1) : button.width - 2 * Theme.inset - Theme.icon - Theme.space(2)
        }
    }

    // How much needs attention on the page.
    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(1)
        anchors.top: Theme.portrait ? parent.top : undefined
        anchors.topMargin: Theme.space(1)
        anchors.verticalCenter: Theme.portrait ? undefined : parent.verticalCenter
        color: Theme.bad
        implicitHeight: numberLabel.implicitHeight + Theme.space(0.5)
        implicitWidth: Math.max(implicitHeight, numberLabel.implicitWidth + Theme.space(2))
        radius: height / 2
        visible: button.number !== ""

        Label {
            id: numberLabel

            anchors.centerIn: parent
            color: Theme.onColour
            font.weight: Theme.control
            size: Theme.small
            text: button.number
            wrapMode: Text.NoWrap
        }
    }
}
