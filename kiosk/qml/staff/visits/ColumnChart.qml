pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// A column chart of numbers over time: the number above each column and the day below it, as far as they fit.
Item {
    id: columns

    required property BarRows rows
    readonly property real cell: width / Math.max(1, bars.count)
    readonly property int numberHeight: Theme.space(4)
    readonly property int labelHeight: Theme.space(5)
    readonly property int labelStep: Math.ceil((widest(false) + Theme.space(0.5)) / cell)
    readonly property bool numbersFit: widest(true) < cell

    function widest(numbers: bool): real {
        let most = 0;
        for (let place = 0; place < bars.count; ++place) {
            const bar = bars.itemAt(place) as Bar;
            most = Math.max(most, (numbers ? bar?.numberWidth : bar?.labelWidth) ?? 0);
        }
        return most;
    }

    component Bar: Item {
        id: bar

        required property int index
        required property string label
        required property string number
        required property real fraction
        readonly property real labelWidth: dayLabel.implicitWidth
        readonly property real numberWidth: numberLabel.implicitWidth

        height: columns.height
        width: columns.cell
        x: index * columns.cell

        Label {
            id: numberLabel

            anchors.bottom: body.top
            anchors.horizontalCenter: parent.horizontalCenter
            font.weight: Theme.strong
            size: Theme.small
            text: bar.number
            visible: bar.fraction > 0 && (columns.numbersFit || bar.fraction === 1)
            wrapMode: Text.NoWrap
        }

        Rectangle {
            id: body

            anchors.bottom: base.top
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.news
            height: Math.round(bar.fraction * (columns.height - columns.numberHeight - columns.labelHeight))
            width: Math.max(Theme.hairline, Math.round(Math.min(columns.cell * 0.7, Theme.touch)))
        }

        Rectangle {
            id: base

            anchors.bottom: parent.bottom
            anchors.bottomMargin: columns.labelHeight
            color: Theme.line
            height: Theme.hairline
            width: parent.width
        }

        Label {
            id: dayLabel

            anchors.bottom: parent.bottom
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.muted
            size: Theme.small
            text: bar.label
            visible: (bars.count - 1 - bar.index) % columns.labelStep === 0
            wrapMode: Text.NoWrap
        }
    }

    implicitHeight: Theme.space(36)

    Repeater {
        id: bars

        model: columns.rows

        delegate: Bar {}
    }
}
