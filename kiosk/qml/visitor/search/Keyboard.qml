pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.theme
import kiosk.viewmodels

// The on-screen keyboard: the rows of its layout for landscape or portrait.
Rectangle {
    id: keyboard

    required property OnScreenKeyboard model
    readonly property list<string> rows: Theme.portrait ? model.portraitRows : model.landscapeRows
    readonly property int maxRowWidth: Math.max(10, ...rows.map(row => keyboard.rowWidth(row)))
    readonly property int keySide: Math.min(Math.floor((width - 2 * Theme.gap + Theme.gap) / maxRowWidth) - Theme.gap, Theme.key)

    function rowWidth(row: string): int {
        return row.split(" ").reduce((sum, key) => sum + keyboard.keyWidth(key), 0);
    }

    // The width of a key in letters: after the colon of a name, 1 for a letter.
    function keyWidth(key: string): int {
        return key.length > 1 ? Number(key.split(":")[1]) : 1;
    }

    // What a key with a name is called.
    function nameSentence(name: string): string {
        switch (name) {
        case "erase":
            return "screens.search.erase";
        case "language":
            return "screens.search.language";
        case "shift":
            return "screens.search.shift";
        case "symbols":
            return "screens.search.symbols";
        default:
            return "screens.search.space";
        }
    }

    color: Theme.line
    implicitHeight: column.implicitHeight + 2 * Theme.gap

    Column {
        id: column

        anchors.centerIn: parent
        spacing: Theme.gap

        Repeater {
            model: keyboard.rows

            delegate: Row {
                id: row

                required property string modelData

                anchors.horizontalCenter: parent?.horizontalCenter
                spacing: Theme.gap

                Repeater {
                    model: row.modelData.split(" ")

                    delegate: Key {
                        id: key

                        required property string modelData
                        readonly property string name: modelData.length > 1 ? modelData.split(":")[0] : ""
                        readonly property bool isKazakh: "әіңғүұқөһ".includes(modelData)

                        chosen: name === "shift" && keyboard.model.shift
                        fill: name && name !== "space" ? Theme.paper : isKazakh ? Theme.markTint : Theme.card
                        icon: name === "erase" ? "bold/backspace" : name === "shift" ? "bold/arrow-fat-up" : ""
                        implicitWidth: keyboard.keyWidth(modelData) * (keyboard.keySide + Theme.gap) - Theme.gap
                        label: name ? Translations.text(keyboard.nameSentence(name)) : keyText
                        objectName: "key-" + (name || modelData)
                        keyText: {
                            switch (name) {
                            case "":
                                return keyboard.model.shift ? modelData.toUpperCase() : modelData;
                            case "space":
                                return keyboard.keyWidth(modelData) > 1 ? label : "␣";
                            case "language":
                                return keyboard.model.nextLanguage;
                            case "symbols":
                                return keyboard.model.symbols ? keyboard.model.lettersLabel : label;
                            default:
                                return "";
                            }
                        }

                        onTapped: keyboard.model.press(name || modelData)
                    }
                }
            }
        }
    }

    // Taps between two keys do nothing, and do not reach what is below the keyboard.
    MouseArea {
        anchors.fill: parent
        z: -1
    }
}
