import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A programme that was held, and the button with the number of persons who attended it.
Item {
    id: programme

    required property string title
    required property string detail
    required property string outcome
    required property string kind

    signal chosen

    implicitHeight: Math.max(words.implicitHeight, button.height) + 2 * Theme.space(2)

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.line
        height: Theme.hairline
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.right: button.left
        anchors.rightMargin: Theme.gutter
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space(0.5)

        Label {
            color: programme.kind === "off" ? Theme.muted : Theme.ink
            font.weight: Theme.strong
            text: programme.title
            width: parent.width
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: programme.detail
            width: parent.width
        }
    }

    PillButton {
        id: button

        Accessible.name: `${programme.title}, ${programme.outcome}`
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        colour: programme.kind === "off" ? Theme.muted : Theme.ink
        fill: programme.kind === "missing" ? Theme.markTint : Theme.card
        icon: programme.kind === "missing" ? "bold/plus" : programme.kind === "typed" ? "bold/users-three" : ""
        label: programme.outcome
        once: true
        radius: Theme.radiusButton
        width: Math.max(implicitWidth, Theme.space(24))

        onTapped: programme.chosen()
    }
}
