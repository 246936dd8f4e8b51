pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// A ranking: each row has its label, its number, and a horizontal bar below.
Column {
    id: barList

    required property string heading
    required property BarRows rows

    spacing: Theme.gap
    visible: lines.count > 0

    Label {
        font.weight: Theme.heavy
        size: Theme.cardTitle
        text: barList.heading
        width: parent.width
    }

    Repeater {
        id: lines

        model: barList.rows

        delegate: Item {
            id: line

            required property string label
            required property string number
            required property real fraction

            height: name.implicitHeight + Theme.space(2)
            width: barList.width

            Label {
                id: name

                anchors.left: parent.left
                anchors.right: amount.left
                anchors.rightMargin: Theme.gap
                size: Theme.small
                text: line.label
            }

            Label {
                id: amount

                anchors.right: parent.right
                font.weight: Theme.strong
                size: Theme.small
                text: line.number
                wrapMode: Text.NoWrap
            }

            Rectangle {
                anchors.bottom: parent.bottom
                color: Theme.line
                height: Theme.space(1)
                radius: height / 2
                width: parent.width

                Rectangle {
                    color: Theme.news
                    height: parent.height
                    radius: height / 2
                    visible: line.fraction > 0
                    width: Math.max(height, parent.width * line.fraction)
                }
            }
        }
    }
}
