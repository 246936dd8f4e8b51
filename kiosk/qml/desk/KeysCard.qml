import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The form of the first use, and what has to be done with the keys that it has made.
Column {
    id: card

    required property KeysForm form
    property bool hasOwnHosts: false

    spacing: Theme.gap

    Label {
        font.weight: Theme.heavy
        size: Theme.panel
        text: Translations.text("desk.keys.title")
        width: parent.width
    }

    Label {
        color: Theme.muted
        text: Translations.text("desk.keys.why")
        width: parent.width
    }

    DeskField {
        id: name

        label: Translations.text("desk.keys.name")
        objectName: "publisher"
        visible: !card.form.instructions
        width: parent.width

        onEdited: card.form.forgetProblem()
    }

    DeskField {
        id: hosts

        label: Translations.text("desk.keys.hosts")
        objectName: "hosts"
        visible: !card.form.instructions
        width: parent.width

        onEdited: {
            card.hasOwnHosts = true;
            card.form.forgetProblem();
        }

        Binding {
            property: "text"
            restoreMode: Binding.RestoreNone
            target: hosts
            value: card.form.hosts
            when: !card.hasOwnHosts
        }
    }

    DeskField {
        id: passphrase

        echoMode: TextInput.Password
        label: Translations.text("desk.keys.passphrase")
        objectName: "passphrase"
        visible: !card.form.instructions
        width: parent.width

        onEdited: card.form.forgetProblem()
    }

    DeskField {
        id: again

        echoMode: TextInput.Password
        label: Translations.text("desk.keys.again")
        objectName: "passphrase-again"
        visible: !card.form.instructions
        width: parent.width

        onAccepted: card.form.makeKeys(name.text, hosts.text, passphrase.text, again.text)
        onEdited: card.form.forgetProblem()
    }

    DeskButton {
        enabled: !card.form.isWorking
        icon: "bold/key"
        label: Translations.text("desk.keys.make")
        main: true
        objectName: "make-keys"
        visible: !card.form.instructions

        onTapped: card.form.makeKeys(name.text, hosts.text, passphrase.text, again.text)
    }

    // Below the button, which stays where the next tap expects it.
    Label {
        color: Theme.bad
        objectName: "keys-problem"
        text: card.form.problem
        visible: text !== ""
        width: parent.width
    }

    Label {
        objectName: "keys-instructions"
        text: card.form.instructions
        visible: text !== ""
        width: parent.width
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }

    DeskButton {
        icon: "bold/check-circle"
        label: Translations.text("desk.keys.fine")
        main: true
        objectName: "keys-fine"
        visible: card.form.instructions !== ""

        onTapped: card.form.acknowledge()
    }
}
