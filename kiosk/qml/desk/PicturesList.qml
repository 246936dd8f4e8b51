pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The pictures of the programme. A tap on one sets the point that stays in view where it is cropped; a ring shows it.
Item {
    id: pictures

    required property Pictures page

    Label {
        id: hint

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        color: pictures.page.problem ? Theme.bad : Theme.muted
        size: Theme.small
        text: pictures.page.problem || Translations.text("desk.check.focus")
    }

    DeskList {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: hint.bottom
        anchors.topMargin: Theme.gap
        model: pictures.page.rows
        objectName: "pictures"
        spacing: Theme.gap

        delegate: Column {
            id: card

            required property int index
            required property string title
            required property string name
            required property string picture
            required property real across
            required property real down

            spacing: Theme.space(1)
            width: list.width - Theme.space(3)

            Label {
                font.weight: Theme.strong
                text: card.title
                width: parent.width
            }

            Image {
                id: image

                asynchronous: true
                cache: false
                fillMode: Image.PreserveAspectFit
                height: Math.min(width * 9 / 16, Theme.space(50))
                horizontalAlignment: Image.AlignLeft
                source: card.picture
                sourceSize.width: Theme.space(120)
                width: parent.width

                TapTarget {
                    height: image.paintedHeight
                    label: Translations.text("desk.check.focus") + " " + card.name
                    objectName: "picture-" + card.name
                    width: image.paintedWidth
                    y: (image.height - height) / 2

                    onTapped: pictures.page.setFocus(card.index, mouseX / width, mouseY / height)

                    Rectangle {
                        border.color: Theme.onColour
                        border.width: Theme.outline
                        color: Theme.scrim
                        height: width
                        radius: width / 2
                        visible: card.across >= 0
                        width: Theme.space(5)
                        x: card.across * parent.width - width / 2
                        y: card.down * parent.height - height / 2

                        Rectangle {
                            anchors.centerIn: parent
                            color: Theme.accent
                            height: width
                            radius: width / 2
                            width: Theme.space(2)
                        }
                    }
                }
            }

            DrawnText {
                color: Theme.muted
                drawn: card.name
                size: Theme.small
                width: parent.width
            }
        }
    }

    EmptyState {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        icon: "bold/images"
        title: Translations.text("desk.check.no_pictures")
        visible: list.count === 0
    }
}
