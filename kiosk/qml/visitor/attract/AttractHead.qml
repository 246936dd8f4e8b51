import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The top of every slide: the Corner's mark, a heading, the Corner with the date, the clock.
Item {
    id: head

    required property AttractPage page
    property string heading: ""

    implicitHeight: Math.max(Theme.px(Theme.portrait ? 208 : 152), words.implicitHeight + 2 * Theme.space(3))

    Image {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        source: `image://mark/?width=${Theme.space(11)}&height=${Theme.space(11)}&radius=${Theme.radiusButton}`
    }

    Column {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Theme.space(3)
        anchors.right: clock.left
        anchors.rightMargin: Theme.gutter
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space(0.5)

        FittedLabel {
            color: Theme.onColour
            weight: Theme.heavy
            steps: [Qt.size(52, 1), Qt.size(40, 1), Qt.size(34, 2)]
            text: head.heading
            visible: text !== ""
            width: parent.width
        }

        FittedLabel {
            color: Theme.onColour
            weight: Theme.control
            lineHeight: Theme.lineHeight
            steps: [Qt.size(head.heading ? 28 : 30, 1), Qt.size(24, 1), Qt.size(24, 3)]
            text: head.page.dateLine
            width: parent.width
        }
    }

    Label {
        id: clock

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.onColour
        font.weight: Theme.heavy
        lineHeight: Theme.titleLineHeight
        objectName: "clock"
        size: Theme.portrait ? Theme.px(80) : Theme.px(104)
        text: head.page.clock
        wrapMode: Text.NoWrap
    }
}
