pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// What will be written, with doubts about this computer's clock, and where to.
Column {
    id: card

    required property StickPage page
    readonly property string passphrase: passphraseField.text
    readonly property bool lacksPassphrase: page.asksPassphrase && passphrase === ""

    signal accepted

    function forgetPassphrase(): void {
        passphraseField.text = "";
    }

    spacing: Theme.gap

    FolderDialog {
        id: folderDialog

        onAccepted: card.page.chooseFolder(selectedFolder)
    }

    FactRow {
        name: Translations.text("desk.stick.programme")
        value: card.page.programme
        width: parent.width
    }

    FactRow {
        name: Translations.text("desk.stick.number")
        objectName: "number"
        value: card.page.number
        width: parent.width
    }

    FactRow {
        name: Translations.text("desk.stick.day")
        value: card.page.day
        width: parent.width
    }

    Label {
        color: Theme.muted
        objectName: "edited"
        text: card.page.edited
        visible: text !== ""
        width: parent.width
    }

    Label {
        color: Theme.moved
        font.weight: Theme.control
        objectName: "missing"
        text: card.page.missing
        visible: text !== ""
        width: parent.width
    }

    Rectangle {
        color: Theme.badTint
        height: doubtColumn.implicitHeight + 2 * Theme.gap
        radius: Theme.radiusButton
        visible: card.page.doubts !== ""
        width: parent.width

        Column {
            id: doubtColumn

            anchors.left: parent.left
            anchors.margins: Theme.gap
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space(1)

            Label {
                color: Theme.bad
                objectName: "doubts"
                text: card.page.doubts
                width: parent.width
            }

            DeskButton {
                chosen: card.page.isClockConfirmed
                icon: card.page.isClockConfirmed ? "bold/check-circle" : "bold/clock"
                label: Translations.text("desk.stick.clock_right")
                objectName: "clock-right"
                visible: card.page.canConfirmClock

                onTapped: card.page.confirmClock(!card.page.isClockConfirmed)
            }
        }
    }

    Label {
        color: Theme.muted
        size: Theme.small
        text: Translations.text("desk.stick.where")
        width: parent.width
    }

    Flow {
        spacing: Theme.space(1)
        width: parent.width

        Repeater {
            model: card.page.sticks

            delegate: DeskButton {
                required property string name
                required property string path
                required property bool usable
                required chosen

                enabled: usable
                icon: "bold/usb"
                label: usable ? name : name + " – " + Translations.text("desk.stick.read_only")
                objectName: "stick-" + name

                onTapped: card.page.chooseStick(path)
            }
        }

        DeskButton {
            icon: "bold/floppy-disk"
            label: Translations.text("desk.stick.folder")
            objectName: "choose-folder"

            onTapped: folderDialog.open()
        }
    }

    DeskField {
        id: passphraseField

        echoMode: TextInput.Password
        label: Translations.text("desk.stick.passphrase")
        objectName: "passphrase"
        visible: card.page.asksPassphrase
        width: parent.width

        onAccepted: card.accepted()
    }

    Label {
        font.weight: Theme.control
        objectName: "target"
        text: card.page.target || Translations.text("desk.stick.none")
        width: parent.width
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }
}
