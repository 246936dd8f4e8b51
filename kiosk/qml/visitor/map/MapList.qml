pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// One list beside the map: a heading and its rows.
ColumnLayout {
    id: list

    required property PlaceRows rows
    required property string title
    property string icon: ""
    property string kind: ""

    signal opened(string targetId)

    spacing: Theme.gap
    visible: repeater.count > 0

    Label {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        font.weight: Theme.heavy
        room: list.width
        size: Theme.cardTitle
        text: list.title
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        columns: Theme.portrait ? 2 : 1
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            id: repeater

            model: list.rows

            delegate: MapRow {
                required property string targetId

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.minimumHeight: implicitHeight
                Layout.preferredWidth: 1
                icon: list.icon
                objectName: list.kind + "-" + targetId

                required colour
                required hasCorner
                required isEmpty
                required isHere
                required description
                required title

                onTapped: list.opened(targetId)
            }
        }
    }
}
