import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The third step. What goes on stands on the right of the bar, what stops or goes back on the left.
Item {
    id: step

    required property StickPage page
    required property KeysForm keys
    readonly property bool asksForKeys: !page.hasKeys || keys.instructions !== ""
    readonly property bool isOver: page.state === "done" || page.state === "failed"

    function make(): void {
        if (ready.lacksPassphrase)
            return;
        step.page.make(ready.passphrase);
        ready.forgetPassphrase();
    }

    Flickable {
        anchors.bottom: bar.top
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.height + 2 * Theme.space(5)
        contentWidth: width

        Column {
            id: column

            spacing: Theme.gutter
            width: parent.width
            y: Theme.space(5)

            KeysCard {
                form: step.keys
                visible: step.asksForKeys
                width: parent.width
            }

            Label {
                color: Theme.muted
                objectName: "stick-waiting"
                text: Translations.text("desk.stick.waiting")
                visible: !step.asksForKeys && step.page.state === "waiting"
                width: parent.width
            }

            ReadyCard {
                id: ready

                page: step.page
                visible: !step.asksForKeys && step.page.state === "ready"
                width: parent.width

                onAccepted: step.make()
            }

            MakingCard {
                page: step.page
                visible: step.page.state === "working"
                width: parent.width
            }

            OutcomeCard {
                page: step.page
                visible: step.isOver
                width: parent.width
            }
        }
    }

    Rectangle {
        id: bar

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.card
        height: Theme.space(15)
        visible: !step.asksForKeys

        DeskButton {
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            icon: "bold/x"
            label: Translations.text("desk.stick.cancel")
            objectName: "cancel"
            visible: step.page.state === "working"

            onTapped: step.page.cancelMaking()
        }

        DeskButton {
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            icon: "bold/arrow-left"
            label: Translations.text(step.page.state === "done" ? "desk.stick.again" : "desk.stick.back")
            objectName: "again"
            visible: step.isOver

            onTapped: step.page.finish()
        }

        DeskButton {
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            enabled: step.page.canMake && !ready.lacksPassphrase
            icon: "bold/usb"
            label: Translations.text("desk.step.stick")
            main: true
            objectName: "make"
            visible: step.page.state === "ready"

            onTapped: step.make()
        }
    }
}
