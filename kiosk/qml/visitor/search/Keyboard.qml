pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.theme
import kiosk.viewmodels

// The kiosk's own keyboard: the rows of its language, as many keys beside each other as the screen has room for.
Rectangle {
    id: keyboard

    required property KeyPad pad
    readonly property list<string> rows: Theme.portrait ? pad.tall : pad.wide
    readonly property int most: Math.max(10, ...rows.map(row => keyboard.units(row)))
    readonly property int side: Math.min(Math.floor((width - 2 * Theme.gap + Theme.gap) / most) - Theme.gap, Theme.key)

    function units(row: string): int {
        return row.split(" ").reduce((sum, key) => sum + keyboard.wide(key), 0);
    }

    // How many letters wide a key is: names have their width behind them, letters are alone.
    function wide(key: string): int {
        return key.length > 1 ? Number(key.split(":")[1]) : 1;
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
                        readonly property bool own: "әіңғүұқөһ".includes(modelData)

                        chosen: name === "shift" && keyboard.pad.shift
                        fill: name && name !== "space" ? Theme.paper : own ? Theme.markTint : Theme.card
                        icon: name === "erase" ? "bold/backspace" : name === "shift" ? "bold/arrow-fat-up" : ""
                        implicitWidth: keyboard.wide(modelData) * (keyboard.side + Theme.gap) - Theme.gap
                        label: name ? Translations.text(`screens.search.${name}`) : says
                        objectName: "key-" + (name || modelData)
                        says: {
                            switch (name) {
                            case "":
                                return keyboard.pad.shift ? modelData.toUpperCase() : modelData;
                            case "space":
                                return keyboard.wide(modelData) > 1 ? label : "␣";
                            case "language":
                                return keyboard.pad.next;
                            case "symbols":
                                return keyboard.pad.symbols ? keyboard.pad.letters : label;
                            default:
                                return "";
                            }
                        }

                        onTapped: keyboard.pad.press(name || modelData)
                    }
                }
            }
        }
    }

    // What lies between two keys is no key, and nothing below it either.
    MouseArea {
        anchors.fill: parent
        z: -1
    }
}
