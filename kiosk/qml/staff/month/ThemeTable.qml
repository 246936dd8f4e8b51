pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The themes, each with its programmes held and the persons who attended them.
Column {
    id: table

    required property ThemeTotalRows rows

    component Line: Item {
        id: line

        required property string label
        required property string held
        required property string attended
        property bool head: false
        readonly property int cell: width * 0.3
        readonly property color colour: head ? Theme.muted : Theme.ink

        implicitHeight: Math.max(name.implicitHeight, heldLabel.implicitHeight, attendedLabel.implicitHeight) + 2 * Theme.space(1.5)

        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            color: Theme.line
            height: Theme.hairline
            visible: !line.head
        }

        Label {
            id: name

            anchors.left: parent.left
            anchors.right: heldLabel.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            color: line.colour
            size: Theme.small
            text: line.label
        }

        Label {
            id: heldLabel

            anchors.right: attendedLabel.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            color: line.colour
            font.weight: line.head ? Theme.regular : Theme.strong
            horizontalAlignment: Text.AlignRight
            size: Theme.small
            text: line.held
            width: line.cell
        }

        Label {
            id: attendedLabel

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            color: line.colour
            font.weight: line.head ? Theme.regular : Theme.strong
            horizontalAlignment: Text.AlignRight
            size: Theme.small
            text: line.attended
            width: line.cell
        }
    }

    Line {
        attended: Translations.text("month.attended")
        head: true
        held: Translations.text("month.held")
        label: Translations.text("month.by_theme")
        width: parent.width
    }

    Repeater {
        model: table.rows

        delegate: Line {
            width: table.width
        }
    }
}
