pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels

// The question how many persons attended a programme, with large keys.
Item {
    id: screen

    required property AttendancePad pad

    component DigitKey: PillButton {
        implicitHeight: Theme.key
        implicitWidth: Theme.key
        objectName: "key-" + label
        radius: Theme.radiusButton
        size: Theme.panel

        onTapped: screen.pad.press(label)
    }

    Flickable {
        id: flick

        anchors.bottom: buttons.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: Math.max(height, content.height + 2 * Theme.gap)
        contentWidth: width

        Grid {
            id: content

            anchors.centerIn: parent
            columnSpacing: Theme.gutter
            columns: Theme.portrait ? 1 : 2
            horizontalItemAlignment: Grid.AlignHCenter
            rowSpacing: Theme.gutter
            verticalItemAlignment: Grid.AlignVCenter

            Column {
                spacing: Theme.gap
                width: screen.width - 2 * Theme.margin - (Theme.portrait ? 0 : keys.width + Theme.gutter)

                Label {
                    color: Theme.muted
                    font.weight: Theme.control
                    text: Translations.text("month.pad.title")
                    width: parent.width
                }

                Label {
                    font.weight: Theme.strong
                    objectName: "pad-title"
                    size: Theme.cardTitle
                    text: screen.pad.title
                    width: parent.width
                }

                Label {
                    color: Theme.muted
                    size: Theme.small
                    text: screen.pad.detail
                    width: parent.width
                }

                Label {
                    font.weight: Theme.heavy
                    objectName: "pad-number"
                    size: Theme.title
                    text: screen.pad.number
                    width: parent.width
                }

                Label {
                    color: screen.pad.hasFailed ? Theme.bad : Theme.muted
                    objectName: "pad-line"
                    size: Theme.small
                    text: screen.pad.message
                    verticalAlignment: Text.AlignTop
                    width: parent.width

                    // Room for three lines, so that no key moves under the finger when there is more to say.
                    height: Math.max(implicitHeight, 3 * lineHeight * Theme.small * 1.2)
                }
            }

            Grid {
                id: keys

                columns: 3
                enabled: screen.pad.takesTouches
                opacity: enabled ? 1 : 0.35
                spacing: Theme.gap

                Repeater {
                    model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

                    delegate: DigitKey {
                        required property string modelData

                        label: modelData
                    }
                }

                Item {
                    height: Theme.key
                    width: Theme.key
                }

                DigitKey {
                    label: "0"
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
        }
    }

    Rectangle {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.card
        height: bar.height + 2 * Theme.space(2.5)

        Flow {
            id: bar

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            enabled: screen.pad.takesTouches
            layoutDirection: Qt.RightToLeft
            opacity: enabled ? 1 : 0.35
            spacing: Theme.gap

            StaffButton {
                label: Translations.text("month.pad.save")
                main: true
                objectName: "pad-save"

                onTapped: screen.pad.save()
            }

            StaffButton {
                label: Translations.text("month.pad.leave")
                objectName: "pad-leave"

                onTapped: screen.pad.leave()
            }

            StaffButton {
                label: Translations.text("month.pad.off")
                objectName: "pad-off"

                onTapped: screen.pad.callOff()
            }
        }
    }
}
