import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// One row of the board: the hour on a tile in the theme's tint, the title, the state and a line of facts.
TapTarget {
    id: row

    required property string eventId
    required property string tileTop
    required property string tileMain
    required property string title
    required property string line
    required property string flag
    required property string flagText
    required property string tint
    required property string letters

    Accessible.description: [tileTop, tileMain, flagText, line].filter(part => part).join(", ")
    implicitHeight: Theme.space(14)
    label: title
    opens: eventId

    Rectangle {
        id: tile

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        color: row.tint || Theme.calledOffTint
        height: Theme.space(10)
        radius: Theme.radiusButton
        width: Theme.timeTile

        Column {
            anchors.centerIn: parent
            width: parent.width - Theme.space(2)

            Label {
                color: main.color
                font.weight: Theme.control
                horizontalAlignment: Text.AlignHCenter
                lineHeight: Theme.titleLineHeight
                size: Theme.small
                text: row.tileTop
                visible: text !== ""
                width: parent.width
                wrapMode: Text.NoWrap
            }

            ShrunkLabel {
                id: main

                color: row.letters || Theme.cancelled
                font.strikeout: row.flag === "cancelled" || row.flag === "moved" && row.tint === ""
                font.weight: Theme.strong
                horizontalAlignment: Text.AlignHCenter
                lineHeight: Theme.titleLineHeight
                least: Theme.least
                most: row.tileTop ? Theme.cardTitle : Theme.px(38)
                text: row.tileMain
                width: parent.width
            }
        }
    }

    Column {
        anchors.left: tile.right
        anchors.leftMargin: Theme.space(3)
        anchors.right: arrow.left
        anchors.rightMargin: Theme.space(2)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space(0.25)

        FittedLabel {
            weight: Theme.strong
            steps: [Qt.size(30, 1), Qt.size(26, row.height < Theme.space(13) ? 1 : 2)]
            text: row.title
            width: parent.width
        }

        Row {
            spacing: Theme.space(1)
            width: parent.width

            Label {
                id: state

                color: row.flag === "now" ? Theme.good : Theme.flagColour(row.flag)
                font.weight: Theme.strong
                size: Theme.small
                text: row.flagText
                visible: text !== ""
                wrapMode: Text.NoWrap
            }

            Label {
                color: Theme.muted
                elide: Text.ElideRight
                size: Theme.small
                text: (state.visible && row.line ? "· " : "") + row.line
                visible: row.line !== ""
                width: parent.width - (state.visible ? state.width + parent.spacing : 0)
                wrapMode: Text.NoWrap
            }
        }
    }

    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: Theme.space(1)
        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.muted
        name: "bold/arrow-right"
        side: Theme.px(34)
    }
}
