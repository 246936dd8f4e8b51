pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.theme
import kiosk.viewmodels

// One picture as large as the screen allows, with arrows beside it and a dot below it for each there is.
Rectangle {
    id: sheet

    required property Pictures pictures
    readonly property real factor: Math.min(place.width / pictures.wide, place.height / pictures.high)

    color: Theme.ink

    onVisibleChanged: {
        if (visible)
            close.forceActiveFocus();
    }

    // A finger that goes to one side turns to the picture on the other.
    MouseArea {
        property real from: 0

        anchors.fill: parent

        onPressed: mouse => from = mouse.x
        onReleased: mouse => {
            if (Math.abs(mouse.x - from) > Theme.touch)
                sheet.pictures.turn(mouse.x < from ? 1 : -1);
        }
    }

    Item {
        id: place

        anchors.bottom: words.top
        anchors.left: before.right
        anchors.margins: Theme.gutter
        anchors.right: after.left
        anchors.top: parent.top

        Cover {
            anchors.centerIn: parent
            colour: String(Theme.ink)
            height: Math.floor(sheet.pictures.high * sheet.factor)
            icon: "star"
            objectName: "picture"
            picture: sheet.pictures.address
            radius: Theme.radiusCard
            shape: "small"
            visible: picture !== ""
            width: Math.floor(sheet.pictures.wide * sheet.factor)

            Accessible.name: `${sheet.pictures.said}. ${sheet.pictures.alt}`
            Accessible.role: Accessible.Graphic
        }
    }

    Pill {
        id: before

        anchors.left: parent.left
        anchors.leftMargin: Theme.gutter
        anchors.verticalCenter: place.verticalCenter
        icon: "bold/arrow-left"
        label: Say.text("screens.pictures.before")
        objectName: "picture-before"
        radius: Theme.radiusButton
        visible: sheet.pictures.count > 1
        wordless: true

        onTapped: sheet.pictures.turn(-1)
    }

    Pill {
        id: after

        anchors.right: parent.right
        anchors.rightMargin: Theme.gutter
        anchors.verticalCenter: place.verticalCenter
        icon: "bold/arrow-right"
        label: Say.text("screens.pictures.after")
        objectName: "picture-after"
        radius: Theme.radiusButton
        visible: sheet.pictures.count > 1
        wordless: true

        onTapped: sheet.pictures.turn(1)
    }

    Column {
        id: words

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(3)
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.gap
        width: parent.width - 2 * Theme.margin

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap
            visible: dots.count > 1

            Repeater {
                id: dots

                model: sheet.pictures.count

                delegate: Rectangle {
                    required property int index

                    border.color: Theme.onColour
                    border.width: Theme.hairline
                    color: index === sheet.pictures.place ? Theme.onColour : Theme.clear
                    height: width
                    radius: width / 2
                    width: Theme.dot
                }
            }
        }

        Words {
            color: Theme.onColour
            horizontalAlignment: Text.AlignHCenter
            text: sheet.pictures.alt
            width: parent.width
        }

        Pill {
            id: close

            anchors.horizontalCenter: parent.horizontalCenter
            icon: "bold/x"
            label: Say.text("screens.nav.close")
            objectName: "close-pictures"

            onTapped: sheet.pictures.close()
        }
    }
}
