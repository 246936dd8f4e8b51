import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.viewmodels

// The steps from a programme to a stick, the receipts, and the language switch.
Rectangle {
    id: rail

    required property Desk desk

    color: Theme.ink
    width: Theme.staffRail

    Label {
        id: name

        anchors.left: parent.left
        anchors.margins: Theme.gutter
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space(5)
        color: Theme.onColour
        font.weight: Theme.heavy
        size: Theme.panel
        text: Translations.text("desk.title")
    }

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: name.bottom
        anchors.topMargin: Theme.space(4)
        spacing: Theme.gap
        width: Theme.staffRail - 2 * Theme.gutter

        StepButton {
            desk: rail.desk
            figure: "1"
            label: Translations.text("desk.step.open")
            step: "source"
        }

        StepButton {
            desk: rail.desk
            errors: rail.desk.errors
            figure: "2"
            label: Translations.text("desk.step.check")
            step: "check"
        }

        StepButton {
            desk: rail.desk
            figure: "3"
            label: Translations.text("desk.step.stick")
            step: "stick"
        }

        Rectangle {
            color: Theme.lineOnInk
            height: Theme.hairline
            width: parent.width
        }

        StepButton {
            desk: rail.desk
            figure: ""
            icon: "bold/list-bullets"
            label: Translations.text("desk.step.receipts")
            step: "receipts"
        }
    }

    LanguageSwitch {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gutter
        anchors.horizontalCenter: parent.horizontalCenter
        shell: rail.desk
    }
}
