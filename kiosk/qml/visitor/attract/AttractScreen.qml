pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The attract loop: what is on today, then one event after another. A touch on an event opens it, any other the home page.
Item {
    id: screen

    required property AttractPage page
    required property Shell shell

    Timer {
        interval: Theme.slide
        repeat: true
        running: screen.visible

        onTriggered: screen.page.advance()
    }

    MouseArea {
        anchors.fill: parent

        onClicked: screen.shell.goHome()
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ink
        visible: screen.page.showsBoard
    }

    BoardSlide {
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        page: screen.page
        visible: screen.page.showsBoard

        onOpened: eventId => screen.shell.openEvent(eventId)
    }

    EventSlide {
        around: screen
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        page: screen.page
        visible: !screen.page.showsBoard

        onTapped: screen.shell.openEvent(screen.page.eventId)
    }

    AttractHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        heading: screen.page.showsBoard ? screen.page.heading : ""
        page: screen.page
    }

    TapTarget {
        id: foot

        anchors.bottom: parent.bottom
        height: Math.max(Theme.px(144), begin.implicitHeight + 2 * Theme.space(3))
        label: Translations.text("screens.attract.touch")
        objectName: "attract"
        radius: 0
        width: parent.width

        onTapped: screen.shell.goHome()

        Rectangle {
            anchors.fill: parent
            color: Theme.accent
        }

        Row {
            id: begin

            anchors.centerIn: parent
            spacing: Theme.gutter

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.ink
                name: "bold/hand-tap"
                side: Theme.iconLarge
            }

            Grid {
                anchors.verticalCenter: parent.verticalCenter
                columnSpacing: Theme.space(6)
                columns: Theme.designWidth > 1700 ? 3 : 1
                rowSpacing: Theme.space(1)

                Repeater {
                    model: screen.shell.languages

                    delegate: Label {
                        required property string touch

                        color: Theme.ink
                        font.weight: Theme.strong
                        size: Theme.cardTitle
                        text: touch
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
}
