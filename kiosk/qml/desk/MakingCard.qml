import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// How far the stick is.
Column {
    id: card

    required property StickPage page

    spacing: Theme.gutter

    Label {
        font.weight: Theme.heavy
        objectName: "making"
        size: Theme.panel
        text: card.page.step
        width: parent.width
    }

    Rectangle {
        Accessible.name: card.page.step
        Accessible.role: Accessible.ProgressBar
        color: Theme.line
        height: Theme.space(3)
        radius: height / 2
        width: parent.width

        Rectangle {
            color: Theme.good
            height: parent.height
            radius: height / 2
            width: Math.max(height, parent.width * card.page.progress)
        }
    }
}
