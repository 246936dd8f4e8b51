pragma Singleton

import QtQuick
import kiosk.viewmodels

// Translates sentence ids into the visitor's language; bindings are evaluated again when the language changes.
QtObject {
    id: say

    property Localisation shell: null

    function text(id: string): string {
        return say.shell && say.shell.language ? say.shell.text(id) : "";
    }

    function typeset(text: string): string {
        return say.shell && say.shell.language ? say.shell.typeset(text) : text;
    }
}
