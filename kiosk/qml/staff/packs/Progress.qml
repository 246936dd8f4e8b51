import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// An installation while it goes on, and how it ended.
Column {
    id: progress

    required property Work work

    spacing: Theme.gutter

    Icon {
        colour: progress.work.good ? Theme.good : Theme.bad
        name: progress.work.good ? "bold/check-circle" : "bold/warning"
        side: Theme.iconLarge
        visible: !progress.work.running
    }

    Label {
        font.weight: Theme.heavy
        objectName: "outcome"
        size: Theme.panel
        text: progress.work.running ? progress.work.step : progress.work.headline
        width: parent.width
    }

    Rectangle {
        color: Theme.line
        height: Theme.space(3)
        radius: height / 2
        visible: progress.work.running
        width: parent.width

        Rectangle {
            color: Theme.good
            height: parent.height
            radius: height / 2
            width: Math.max(height, parent.width * progress.work.part)
        }
    }

    Label {
        color: Theme.muted
        text: progress.work.running ? progress.work.amount : progress.work.sentence
        visible: text !== ""
        width: parent.width
    }

    Label {
        color: Theme.moved
        text: progress.work.warning
        visible: text !== "" && !progress.work.running
        width: parent.width
    }
}
