import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The slide of one event over its cover or photograph, which fills the screen `around` it; without an event that of the
// campaign.
TapTarget {
    id: slide

    required property AttractPage page
    required property Item around

    Accessible.description: page.line
    enabled: page.eventId !== ""
    label: page.title
    objectName: "slide"
    radius: 0

    Cover {
        colour: slide.page.colour
        height: slide.around.height
        icon: slide.page.icon
        picture: slide.page.picture
        seed: slide.page.eventId
        shape: Theme.portrait ? "pillar" : "wall"
        width: slide.around.width
        y: -slide.y
    }

    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.portrait ? Theme.margin : Theme.space(14)
        anchors.right: parent.right
        anchors.rightMargin: Theme.portrait ? Theme.margin : Math.max(parent.width * 0.4, slide.around.height * 0.57)
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.portrait ? parent.height * 0.06 : 0
        spacing: Theme.space(3)

        Badge {
            text: slide.page.badge
        }

        Label {
            color: Theme.onColour
            elide: Text.ElideRight
            font.weight: Theme.control
            maximumLineCount: 2
            size: Theme.cardTitle
            text: slide.page.theme
            width: parent.width
        }

        FittedLabel {
            color: Theme.onColour
            weight: Theme.heavy
            steps: [Qt.size(96, 3), Qt.size(72, 3), Qt.size(56, 3), Qt.size(44, 4)]
            text: slide.page.title
            width: parent.width
        }

        Label {
            color: Theme.onColour
            elide: Text.ElideRight
            maximumLineCount: 2
            size: Theme.cardTitle
            text: slide.page.line
            width: parent.width
        }
    }
}
