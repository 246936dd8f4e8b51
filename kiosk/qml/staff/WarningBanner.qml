import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The worst warning with its remedy above every staff page, in a line what else there is; a tap opens the page Health.
TapTarget {
    id: strip

    required property CheckRows rows
    required property string others

    implicitHeight: list.count > 0 ? Math.max(Theme.touch, lines.implicitHeight + 2 * Theme.space(1)) : 0
    label: Translations.text("staff.page.health")
    objectName: "warnings"
    once: true
    radius: 0
    visible: list.count > 0

    Rectangle {
        anchors.fill: parent
        color: Theme.badTint
    }

    Column {
        id: lines

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space(0.5)

        Repeater {
            id: list

            model: strip.rows

            delegate: Row {
                id: line

                required property string level
                required property string icon
                required property string name
                required property string value
                required property string remedy

                spacing: Theme.gap
                width: parent?.width ?? 0

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.levelColour(line.level)
                    name: line.icon
                    side: Theme.iconSmall
                }

                Label {
                    size: Theme.small
                    text: line.name + ": " + line.value + (line.remedy ? (/[.!?…]$/.test(line.value) ? " " : ". ") + line.remedy : "")
                    width: parent.width - Theme.iconSmall - Theme.gap
                }
            }
        }

        Label {
            size: Theme.small
            text: strip.others
            visible: text !== ""
            width: parent.width - x
            x: Theme.iconSmall + Theme.gap
        }
    }
}
