import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// One date: weekday, day, and what is otherwise on that date.
TapTarget {
    id: chip

    required property string weekday
    required property string day
    required property string hours
    required property string flag
    required property string flagText
    readonly property color ink: chosen ? Theme.onColour : flag === "cancelled" ? Theme.cancelled : Theme.ink

    required chosen

    implicitHeight: words.implicitHeight + Theme.space(2.5)
    implicitWidth: Math.max(Theme.touch, words.implicitWidth + 2 * Theme.space(2.5))
    label: [weekday, day, hours, flagText].filter(part => part).join(", ")

    Rectangle {
        anchors.fill: parent
        border.color: chip.chosen ? Theme.ink : Theme.line
        border.width: Theme.hairline
        color: chip.chosen ? Theme.ink : Theme.card
        radius: chip.radius
    }

    Column {
        id: words

        anchors.centerIn: parent

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            color: chip.ink
            size: Theme.small
            text: chip.flagText || chip.weekday
            wrapMode: Text.NoWrap
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            color: chip.ink
            font.strikeout: chip.flag === "cancelled"
            font.weight: Theme.strong
            size: Theme.body
            text: chip.hours ? chip.day + ", " + chip.hours : chip.day
            wrapMode: Text.NoWrap
        }
    }
}
