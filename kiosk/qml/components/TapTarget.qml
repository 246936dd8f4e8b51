import QtQuick
import kiosk.qml.theme

// Emits `tapped` when a touch starts and ends in it. Set `once` where the second touch of a double tap would do harm: where
// it would undo the first one or meet what has come in its place. Set `repeats` where people tap again and again, and
// something else could come in its place. `opens` is the event that a tap opens, or what else the page `opensPage` shows: it is
// made ready while the finger is down (TouchState.qml). A page has dozens: what shows that one is pressed exists once (TapFeedback.qml).
MouseArea {
    id: press

    required property string label
    property bool chosen: false
    property string opens: ""
    property string opensPage: "event"
    property bool once: false
    property bool repeats: false
    property int radius: Theme.radiusButton
    property color veil: Theme.ink

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
    onActiveFocusChanged: TouchState.setFocused(press, activeFocus)
    onClicked: press.tap()
    onContainsPressChanged: TouchState.setPressed(press, containsPress)
}
