pragma Singleton

import QtQuick
import kiosk.qml.theme

// Which touch target is pressed and which has the keyboard's focus; `rested` is emitted when a finger stays on one that opens
// a page, with '' when it has left.
QtObject {
    id: state

    property TapTarget pressed: null
    property TapTarget focused: null
    readonly property Timer rest: Timer {
        interval: Theme.rest

        onTriggered: state.rested(state.pressed?.opens ? state.pressed.opensPage : "", state.pressed?.opens ?? "")
    }

    signal rested(page: string, target: string)

    function setPressed(target: TapTarget, on: bool): void {
        if (on || state.pressed === target)
            state.pressed = on ? target : null;
        if (target.opens !== "")
            rest.restart();
    }

    function setFocused(target: TapTarget, on: bool): void {
        if (on || state.focused === target)
            state.focused = on ? target : null;
    }
}
