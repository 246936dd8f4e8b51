import QtQuick
import kiosk.qml.theme

// Emits `tapped` when a touch starts and ends in it; shows at once that it is pressed. Set `once` where the second touch of
// a double tap would do harm: where it would undo the first one or meet what has come in its place. Set `repeats` where
// people tap again and again, and something else could come in its place.
FocusScope {
    id: press

    required property string label
    property bool chosen: false
    property bool once: false
    property bool repeats: false
    property int radius: Theme.radiusButton
    property color veil: Theme.ink
    readonly property bool held: area.pressed && area.containsMouse

    signal tapped

    function tap(): void {
        if (press.once || press.repeats)
            DeadPlace.cover(press, press.repeats);
        press.tapped();
    }

    Accessible.checkable: chosen
    Accessible.checked: chosen
    Accessible.focusable: true
    Accessible.name: label
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    implicitHeight: Theme.touch
    implicitWidth: Theme.touch

    Accessible.onPressAction: press.tap()
    Keys.onReturnPressed: event => {
        event.accepted = false;
        press.tap();
    }
    Keys.onSpacePressed: event => {
        event.accepted = false;
        press.tap();
    }

    Rectangle {
        anchors.fill: parent
        color: press.veil
        opacity: press.held ? Theme.pressedOpacity : 0
        radius: press.radius
        visible: press.held
        z: 2
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.outline
        border.color: Theme.accent
        border.width: Theme.outline
        color: Theme.clear
        radius: press.radius + Theme.outline
        visible: press.activeFocus
        z: 2
    }

    MouseArea {
        id: area

        anchors.fill: parent
        z: 3

        onClicked: press.tap()
    }
}
