pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// What kiosks report on a stick that has come back: the newest receipt of each.
Item {
    id: step

    required property ReceiptsPage page

    FolderDialog {
        id: folderDialog

        onAccepted: step.page.readFolder(selectedFolder)
    }

    Column {
        id: head

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.space(5)
        spacing: Theme.gap

        Label {
            font.weight: Theme.heavy
            size: Theme.panel
            text: Translations.text("desk.receipts.title")
            width: parent.width
        }

        Label {
            color: Theme.muted
            text: Translations.text("desk.receipts.hint")
            width: parent.width
        }

        Flow {
            spacing: Theme.space(1)
            width: parent.width

            DeskButton {
                enabled: step.page.hasStick && !step.page.isReading
                icon: "bold/usb"
                label: Translations.text("desk.receipts.read")
                main: true
                objectName: "read-stick"

                onTapped: step.page.readStick()
            }

            DeskButton {
                icon: "bold/floppy-disk"
                label: Translations.text("desk.stick.folder")
                objectName: "choose-receipts"

                onTapped: folderDialog.open()
            }
        }

        Label {
            font.weight: Theme.control
            objectName: "receipts-summary"
            text: step.page.summary
            visible: text !== ""
            width: parent.width
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }

        Label {
            color: Theme.moved
            objectName: "receipts-notes"
            size: Theme.small
            text: step.page.notes
            visible: text !== ""
            width: parent.width
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }
    }

    DeskList {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: head.left
        anchors.right: head.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        model: step.page.rows
        objectName: "receipts"

        delegate: Item {
            id: receipt

            required property string corner
            required property string kiosk
            required property string shows
            required property string newer
            required property string tried
            required property string result
            required property string clock

            implicitHeight: lines.implicitHeight + Theme.space(3)
            width: list.width - Theme.space(3)

            Rectangle {
                color: Theme.line
                height: Theme.hairline
                width: parent.width
            }

            Column {
                id: lines

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width

                Label {
                    font.weight: Theme.strong
                    text: receipt.corner + " · " + receipt.kiosk
                    width: parent.width
                }

                Label {
                    color: receipt.newer ? Theme.moved : Theme.ink
                    size: Theme.small
                    text: receipt.newer ? receipt.shows + " · " + Translations.text("receipts.column.newer") + ": " + receipt.newer : receipt.shows
                    width: parent.width
                }

                Label {
                    color: Theme.muted
                    size: Theme.small
                    text: [receipt.tried, receipt.result, receipt.clock].join(" · ")
                    width: parent.width
                }
            }
        }
    }
}
