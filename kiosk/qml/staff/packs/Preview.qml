pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels

// The preview of the chosen pack.
Column {
    id: preview

    required property PacksPage page

    spacing: Theme.gutter

    Row {
        spacing: Theme.gap
        width: parent.width

        Icon {
            anchors.verticalCenter: signer.verticalCenter
            colour: Theme.good
            name: "bold/seal-check"
        }

        Label {
            id: signer

            color: Theme.good
            font.weight: Theme.strong
            text: preview.page.signature
            width: parent.width - Theme.icon - Theme.gap
        }
    }

    Label {
        color: Theme.muted
        text: preview.page.standing
        visible: text !== ""
        width: parent.width
    }

    Grid {
        id: numberGrid

        readonly property int cell: (width - (columns - 1) * spacing) / columns

        columns: Theme.portrait || Theme.narrow ? 2 : numbers.count
        spacing: Theme.gap
        width: parent.width

        Repeater {
            id: numbers

            model: preview.page.numbers

            delegate: NumberCard {
                width: numberGrid.cell
            }
        }
    }

    Column {
        width: parent.width

        Repeater {
            model: preview.page.changes

            delegate: ChangeCard {
                width: parent?.width ?? 0
            }
        }
    }
}
