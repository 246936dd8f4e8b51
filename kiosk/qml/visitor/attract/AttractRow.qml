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
    readonly property real begin: time.width + Theme.space(4)

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

    TextMetrics {
        id: measure

        font: facts.font
        text: facts.text
    }

    FittedLabel {
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.portrait ? -Theme.space(2.5) : 0
        color: Theme.onColour
        weight: Theme.strong
        steps: Theme.portrait ? [Qt.size(44, 1), Qt.size(36, 1)] : [Qt.size(56, 1), Qt.size(44, 2)]
        text: row.title
        width: (Theme.portrait ? row.width : facts.x) - Theme.gutter - x
        x: row.begin
    }

    Label {
        id: facts

        color: row.flagText ? Theme.accent : Theme.onColour
        elide: Text.ElideRight
        font.weight: row.flagText ? Theme.strong : Theme.regular
        horizontalAlignment: Theme.portrait ? Text.AlignLeft : Text.AlignRight
        size: Theme.cardTitle
        text: row.flagText || row.line
        width: Theme.portrait ? row.width - row.begin : Math.min(Math.ceil(measure.advanceWidth) + 1, row.width * 0.3)
        wrapMode: Text.NoWrap
        x: Theme.portrait ? row.begin : row.width - width
        y: Theme.portrait ? row.height - height - Theme.space(1.5) : (row.height - height) / 2
    }
}
