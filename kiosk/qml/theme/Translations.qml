pragma Singleton

import QtQuick
import kiosk.viewmodels

// The sentences of the screens in the visitor's language; what is bound to them follows a change of language.
QtObject {
    id: say

    property Shell shell: null

    function text(id: string): string {
        return say.shell && say.shell.language ? say.shell.text(id) : "";
    }
}
