pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels

// The PIN pad; only the view-model knows which digits were typed.
FocusScope {
    id: screen

    required property StaffArea area
    readonly property PinPad pad: area.pinPad

    focus: true

    Component.onCompleted: forceActiveFocus()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            screen.pad.erase();
        else
            screen.pad.press(event.text);
        event.accepted = false;
    }

    LanguageSwitch {
        id: languages

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.space(5)
        shell: screen.area.shell
    }

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.portrait ? Theme.gutter : Theme.gap
        width: Math.min(parent.width - 2 * Theme.margin, Theme.space(100))
        y: Math.max((parent.height - height) / 2, languages.y + languages.height + Theme.gap)

        Label {
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
            size: Theme.panel
            text: Translations.text("staff.pin.title")
            width: parent.width
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap
            visible: !screen.pad.offersFirst

            Repeater {
                model: screen.pad.pinLength

                delegate: Rectangle {
                    required property int index

                    border.color: Theme.ink
                    border.width: Theme.outline
                    color: index < screen.pad.digitCount ? Theme.ink : Theme.clear
                    height: Theme.dot
                    radius: height / 2
                    width: height
                }
            }
        }

        Label {
            color: screen.pad.acceptsDigits || screen.pad.isChecking || screen.pad.offersFirst ? Theme.muted : Theme.bad
            horizontalAlignment: Text.AlignHCenter
            objectName: "pin-line"
            text: screen.pad.message
            width: parent.width

            // Room for two lines, so that no key moves under the finger when there is more to say.
            height: Math.max(implicitHeight, 2 * lineHeight * Theme.body * 1.2)
        }

        StaffButton {
            anchors.horizontalCenter: parent.horizontalCenter
            icon: "bold/key"
            label: Translations.text("staff.pin.make_first")
            main: true
            objectName: "make-first-pin"
            visible: screen.pad.offersFirst

            onTapped: screen.area.makeFirstPin()
        }

        Grid {
            anchors.horizontalCenter: parent.horizontalCenter
            columns: 3
            opacity: screen.pad.acceptsDigits ? 1 : 0.35
            spacing: Theme.gap
            visible: !screen.pad.offersFirst

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

                delegate: PillButton {
                    required property string modelData

                    implicitHeight: Theme.key
                    implicitWidth: Theme.key
                    label: modelData
                    objectName: "key-" + modelData
                    radius: Theme.radiusButton
                    size: Theme.panel

                    onTapped: screen.pad.press(modelData)
                }
            }

            Item {
                height: Theme.key
                width: Theme.key
            }

            PillButton {
                implicitHeight: Theme.key
                implicitWidth: Theme.key
                label: "0"
                objectName: "key-0"
                radius: Theme.radiusButton
                size: Theme.panel

                onTapped: screen.pad.press("0")
            }

            TapTarget {
                implicitHeight: Theme.key
                implicitWidth: Theme.key
                label: Translations.text("staff.pin.erase")
                objectName: "key-erase"

                onTapped: screen.pad.erase()

                Icon {
                    anchors.centerIn: parent
                    name: "bold/backspace"
                }
            }
        }

        StaffButton {
            anchors.horizontalCenter: parent.horizontalCenter
            icon: "bold/sign-out"
            label: Translations.text("staff.leave")
            objectName: "leave"

            onTapped: screen.area.leave()
        }

        Label {
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
            objectName: "pin-forgotten"
            size: Theme.small
            text: Translations.text("staff.pin.forgotten")
            visible: !screen.pad.offersFirst
            width: parent.width
        }
    }
}
