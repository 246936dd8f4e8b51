pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// What comes next, on the slide of today: the time, the title, its state or facts.
TapTarget {
    id: row

    required property string eventId
    required property string tileTop
    required property string tileMain
    required property string title
    required property string line
    required property string flag
    required property string flagText

    Accessible.description: [tileTop, tileMain, flagText, line].filter(part => part).join(", ")
    label: title
    veil: Theme.onColour

    ShrunkLabel {
        id: time

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        color: row.flag === "cancelled" ? Theme.onColour : Theme.accent
        font.strikeout: row.flag === "cancelled"
        font.weight: Theme.heavy
        lineHeight: Theme.titleLineHeight
        most: Theme.px(76)
        text: [row.tileTop, row.tileMain].filter(part => part).join(" ")
        width: Theme.px(Theme.portrait ? 240 : 300)
    }

    Column {
        anchors.left: time.right
        anchors.leftMargin: Theme.space(4)
        anchors.right: parent.right
        anchors.rightMargin: Theme.portrait ? 0 : aside.width + Theme.gutter
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space(0.5)

        FittedLabel {
            color: Theme.onColour
            font.weight: Theme.strong
            steps: Theme.portrait ? [Qt.size(44, 1), Qt.size(36, 1)] : [Qt.size(56, 1), Qt.size(44, 2)]
            text: row.title
            width: parent.width
        }

        Facts {
            visible: Theme.portrait && text !== ""
            width: parent.width
        }
    }

    Facts {
        id: aside

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: !Theme.portrait
        width: Math.min(implicitWidth, row.width * 0.3)
    }

    component Facts: Label {
        color: row.flagText ? Theme.accent : Theme.onColour
        elide: Text.ElideRight
        font.weight: row.flagText ? Theme.strong : Theme.regular
        size: Theme.cardTitle
        text: row.flagText || row.line
        wrapMode: Text.NoWrap
    }
}
