import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A door to a theme or to a first choice: an icon, a word, the number of events. A strong one is in the theme's full colour.
// Doors beside each other have titles of one size on one line.
TapTarget {
    id: door

    required property string kind
    required property string target
    required property string title
    required property string events
    required property string colour
    required property string tint
    required property string letters
    required property string icon
    property bool strong: false
    property int step: 0
    property real titleHeight: 0
    readonly property int fittingStep: name.fitting
    readonly property real neededHeight: name.implicitHeight
    readonly property bool lies: strong && !Theme.portrait
    readonly property color ink: strong ? Theme.onColour : letters || Theme.ink

    Accessible.description: events
    label: title
    opens: kind === "more" ? "" : target
    opensPage: kind
    radius: Theme.radiusCard

    Shadow {
        visible: door.strong
    }

    Cover {
        anchors.fill: parent
        colour: door.colour || String(Theme.ink)
        icon: ""
        radius: door.radius
        shape: "poster"
        visible: door.strong
    }

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: door.tint ? 0 : Theme.hairline
        color: door.tint || Theme.card
        radius: door.radius
        visible: !door.strong
    }

    Rectangle {
        id: disc

        color: door.strong ? Theme.accent : Theme.clear
        height: Theme.space(door.strong ? 12 : 6.5)
        radius: height / 2
        width: height
        x: Theme.space(door.strong ? 3.5 : 2.5)
        y: door.lies ? (door.height - height) / 2 : Theme.space(door.strong ? 3.5 : 2)

        Icon {
            anchors.centerIn: parent
            colour: door.strong ? Theme.ink : door.ink
            name: `duotone/${door.icon}`
            side: Theme.px(door.strong ? 56 : 52)
        }
    }

    Label {
        id: count

        anchors.right: parent.right
        anchors.rightMargin: Theme.space(2.5)
        anchors.top: parent.top
        anchors.topMargin: Theme.space(2.5)
        color: door.letters || Theme.muted
        size: Theme.small
        text: door.events
        visible: !door.strong && text !== ""
        wrapMode: Text.NoWrap
    }

    Column {
        spacing: Theme.space(0.5)
        width: door.width - x - Theme.space(2)
        x: Theme.space(2.5) + (door.lies ? disc.x + disc.width : 0)
        y: door.lies ? (door.height - height) / 2 : door.height - height - Theme.space(door.strong ? 3 : 2)

        FittedLabel {
            id: name

            color: door.ink
            weight: door.strong ? Theme.heavy : Theme.strong
            height: Math.max(implicitHeight, door.titleHeight)
            least: door.step
            steps: !door.strong ? [Qt.size(28, 1), Qt.size(24, 2)] : Theme.portrait || Theme.narrow ? [Qt.size(34, 1), Qt.size(28, 2)] : [Qt.size(44, 1), Qt.size(34, 2)]
            text: door.title
            verticalAlignment: door.lies ? Text.AlignTop : Text.AlignBottom
            width: parent.width
        }

        Label {
            color: Theme.onColour
            size: Theme.small
            text: door.events
            visible: door.strong
            width: parent.width
        }
    }
}
