import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// The bar below a page whose table can be saved on a stick: how that went, and the buttons while it can be done.
Rectangle {
    id: save

    required property string message
    required property bool failed
    required property bool offered

    signal chosen(string format)

    color: Theme.card
    height: bar.implicitHeight + 2 * Theme.space(2.5)

    Column {
        id: bar

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        Label {
            color: save.failed ? Theme.bad : Theme.ink
            objectName: "save-line"
            size: Theme.small
            text: save.message
            visible: text !== ""
            width: parent.width
        }

        Flow {
            layoutDirection: Qt.RightToLeft
            spacing: Theme.gutter
            visible: save.offered
            width: parent.width

            StaffButton {
                icon: "bold/floppy-disk"
                label: Translations.text("visits.save.xlsx")
                main: true
                objectName: "save-xlsx"

                onTapped: save.chosen("xlsx")
            }

            StaffButton {
                icon: "bold/floppy-disk"
                label: Translations.text("visits.save.csv")
                objectName: "save-csv"

                onTapped: save.chosen("csv")
            }
        }
    }
}
