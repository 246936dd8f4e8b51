import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// What has become of the stick: the short id in letters to read out, or why there is none.
Column {
    id: card

    required property StickPage page
    readonly property bool isDone: page.state === "done"

    spacing: Theme.gap

    Icon {
        colour: card.isDone ? Theme.good : Theme.bad
        name: card.isDone ? "bold/check-circle" : "bold/warning"
        side: Theme.iconLarge
    }

    Label {
        font.weight: Theme.heavy
        objectName: "outcome"
        size: Theme.panel
        text: card.page.outcome
        width: parent.width
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }

    DrawnText {
        drawn: card.page.shortId
        font.weight: Theme.heavy
        objectName: "short-id"
        size: Theme.poster
        visible: card.isDone
        width: parent.width
        wrapMode: Text.NoWrap
    }

    Label {
        text: Translations.text("desk.stick.read_out")
        visible: card.isDone
        width: parent.width
    }

    Label {
        color: card.isDone ? Theme.muted : Theme.ink
        objectName: "outcome-detail"
        text: card.page.detail
        width: parent.width
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }
}
