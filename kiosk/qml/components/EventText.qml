pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import kiosk.qml.theme
import kiosk.viewmodels

// The facts and the words of one event.
Column {
    id: root

    required property EventPage page

    spacing: Theme.space(3)

    GridLayout {
        columnSpacing: Theme.gap
        columns: Theme.portrait || Theme.narrow ? 1 : facts.count
        rowSpacing: Theme.gap
        uniformCellWidths: true
        width: parent.width

        Repeater {
            id: facts

            model: root.page.facts

            delegate: Fact {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                colour: root.page.colour
            }
        }
    }

    Words {
        color: Theme.muted
        font.weight: Theme.control
        size: Theme.small
        text: root.page.languageNote
        visible: text !== ""
        width: parent.width
    }

    Words {
        font.weight: Theme.control
        size: Theme.cardTitle
        text: root.page.summary
        visible: text !== ""
        width: parent.width
    }

    Row {
        spacing: Theme.gutter
        visible: root.page.printable
        width: parent.width

        Pill {
            id: button

            anchors.verticalCenter: parent.verticalCenter
            enabled: !root.page.printing
            icon: "bold/printer"
            label: Say.text("flyers.visitor")
            objectName: "print-flyer"
            opacity: enabled ? 1 : 0.35
            radius: Theme.radiusButton

            onTapped: root.page.print()
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            objectName: "print-line"
            size: Theme.small
            text: root.page.printLine
            width: parent.width - button.width - Theme.gutter
        }
    }

    Words {
        size: Theme.body
        text: root.page.body
        visible: text !== ""
        width: parent.width
    }
}
