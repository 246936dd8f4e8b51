import QtQuick
import QtQuick.Layouts
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The header of a list page: back button, title and language switch on the theme's colour.
Item {
    id: band

    required property Shell shell
    required property string title
    required property string tagline
    required property string colour
    property string seed: ""

    implicitHeight: grid.implicitHeight + 2 * Theme.space(4)

    Cover {
        anchors.fill: parent
        colour: band.colour
        icon: "star"
        seed: band.seed
        shape: "band"
    }

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: Theme.gutter
        columns: Theme.portrait ? 2 : 3
        rowSpacing: Theme.space(3)

        BackButton {
            objectName: "back"

            onTapped: band.shell.back()
        }

        Column {
            Layout.column: Theme.portrait ? 0 : 1
            Layout.columnSpan: Theme.portrait ? 2 : 1
            Layout.fillWidth: true
            Layout.row: Theme.portrait ? 1 : 0
            spacing: Theme.space(0.5)

            Label {
                color: Theme.onColour
                font.weight: Theme.heavy
                lineHeight: Theme.titleLineHeight
                size: Theme.tile
                text: band.title
                width: parent.width
            }

            Label {
                color: Theme.onColour
                size: Theme.body
                text: band.tagline
                visible: text !== ""
                width: parent.width
            }
        }

        LanguageSwitch {
            Layout.alignment: Qt.AlignRight
            Layout.column: Theme.portrait ? 1 : 2
            Layout.row: 0
            shell: band.shell
        }
    }
}
