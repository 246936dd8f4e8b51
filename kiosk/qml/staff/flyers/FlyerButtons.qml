import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The number of copies and the buttons that print, save and cancel; above them the message of the flyer job.
Rectangle {
    id: bar

    required property Models.FlyersPage page

    color: Theme.card
    height: column.implicitHeight + 2 * Theme.space(2.5)

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        Label {
            color: bar.page.job.hasFailed ? Theme.bad : Theme.ink
            font.weight: Theme.control
            objectName: "flyer-line"
            size: Theme.small
            text: bar.page.job.message !== "" ? bar.page.job.message : Translations.text(bar.page.canSave ? "flyers.line.stick" : "flyers.line")
            width: parent.width
        }

        Flow {
            layoutDirection: Qt.RightToLeft
            spacing: Theme.gap
            width: parent.width

            StaffButton {
                enabled: bar.page.canPrint
                icon: "bold/printer"
                label: Translations.text("flyers.print")
                main: true
                objectName: "print"
                opacity: enabled ? 1 : 0.35

                onTapped: bar.page.print()
            }

            StaffButton {
                enabled: bar.page.canSave
                icon: "bold/floppy-disk"
                label: Translations.text("flyers.save")
                objectName: "save"
                opacity: enabled ? 1 : 0.35
                visible: bar.page.hasStick

                onTapped: bar.page.save()
            }

            Row {
                spacing: Theme.gap

                StaffButton {
                    icon: "bold/minus"
                    label: Translations.text("flyers.fewer")
                    objectName: "fewer"
                    once: false
                    repeats: true

                    onTapped: bar.page.addCopies(-1)
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    horizontalAlignment: Text.AlignHCenter
                    text: bar.page.copies
                    width: Math.max(widest.implicitWidth, Theme.touch)

                    // As wide for any number, so that no button moves under the finger.
                    Label {
                        id: widest

                        text: bar.page.copies.replace(/\d+/, "88")
                        visible: false
                        wrapMode: Text.NoWrap
                    }
                }

                StaffButton {
                    icon: "bold/plus"
                    label: Translations.text("flyers.more")
                    objectName: "more"
                    once: false
                    repeats: true

                    onTapped: bar.page.addCopies(1)
                }
            }

            StaffButton {
                icon: "bold/x"
                label: Translations.text("staff.cancel")
                objectName: "cancel"
                visible: bar.page.job.isRunning

                onTapped: bar.page.job.cancel()
            }
        }
    }
}
