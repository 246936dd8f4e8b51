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

    implicitHeight: grid.implicitHeight + 2 * Theme.top

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
        anchors.top: parent.top
        anchors.topMargin: Theme.top
        columnSpacing: Theme.gutter
        columns: Theme.portrait ? 2 : 3
        rowSpacing: Theme.space(3)

        BackButton {
            Layout.alignment: Qt.AlignTop
            objectName: "back"

            onTapped: band.shell.back()
        }

        Column {
            Layout.column: Theme.portrait ? 0 : 1
            Layout.columnSpan: Theme.portrait ? 2 : 1
            Layout.fillWidth: true
            Layout.row: Theme.portrait ? 1 : 0
            Layout.alignment: Qt.AlignVCenter
            spacing: Theme.space(0.5)

            FittedLabel {
                color: Theme.onColour
                elide: Text.ElideNone
                weight: Theme.heavy
                steps: Theme.narrow ? [Qt.size(44, 2), Qt.size(34, 20)] : [Qt.size(56, 2), Qt.size(40, 20)]
                text: band.title
                width: parent.width
            }

            FittedLabel {
                color: Theme.onColour
                elide: Text.ElideNone
                lineHeight: Theme.lineHeight
                steps: [Qt.size(28, 2), Qt.size(24, 20)]
                text: band.tagline
                visible: text !== ""
                width: parent.width
            }
        }

        LanguageSwitch {
            Layout.alignment: Qt.AlignRight | Qt.AlignTop
            Layout.column: Theme.portrait ? 1 : 2
            Layout.row: 0
            shell: band.shell
        }
    }
}
