import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The first photograph of an event at 16:9 with the number of its media; it opens the viewer. Only a button where there is
// no photograph.
TapTarget {
    id: card

    required property EventPage page

    implicitHeight: page.picture ? Math.round(width * 9 / 16) : Theme.touch
    label: page.mediaViewer.buttonLabel
    objectName: "viewer-open"
    once: true
    radius: page.picture ? Theme.radiusCard : Theme.radiusButton

    onTapped: page.mediaViewer.open()

    Cover {
        anchors.fill: parent
        colour: card.page.colour
        icon: ""
        picture: card.page.picture
        radius: card.radius
        shape: "small"
        visible: picture !== ""

        Accessible.name: card.page.pictureAlt
        Accessible.role: Accessible.Graphic
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: card.page.picture ? Theme.gap : 0
        border.color: Theme.line
        border.width: card.page.picture ? 0 : Theme.hairline
        color: card.page.picture ? Theme.scrim : Theme.card
        height: card.page.picture ? Theme.space(7) : card.height
        radius: card.page.picture ? height / 2 : card.radius
        width: sign.width + 2 * Theme.inset

        Row {
            id: sign

            anchors.centerIn: parent
            spacing: Theme.space(1.5)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                colour: words.color
                name: "bold/images"
                side: Theme.iconSmall
            }

            Label {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                color: card.page.picture ? Theme.onColour : Theme.ink
                font.weight: Theme.control
                size: Theme.small
                text: card.label
                wrapMode: Text.NoWrap
            }
        }
    }
}
