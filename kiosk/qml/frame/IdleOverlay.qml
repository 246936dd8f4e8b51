import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The idle question 'Are you still there?', on top of the current page.
Rectangle {
    id: sheet

    required property IdleTimer idle

    color: Theme.scrim

    Component.onCompleted: stay.forceActiveFocus()

    MouseArea {
        anchors.fill: parent

        onClicked: sheet.idle.restart()
    }

    Rectangle {
        anchors.centerIn: parent
        color: Theme.card
        height: column.implicitHeight + 2 * Theme.space(6)
        radius: Theme.radiusTile
        width: Math.min(parent.width - 2 * Theme.margin, Theme.space(110))

        Column {
            id: column

            anchors.centerIn: parent
            spacing: Theme.space(3)
            width: parent.width - 2 * Theme.space(6)

            Label {
                font.weight: Theme.heavy
                horizontalAlignment: Text.AlignHCenter
                lineHeight: Theme.titleLineHeight
                size: Theme.panel
                text: Translations.text("screens.idle.title")
                width: parent.width
            }

            Label {
                color: Theme.muted
                horizontalAlignment: Text.AlignHCenter
                text: sheet.idle.countdownText
                width: parent.width
            }

            PillButton {
                id: stay

                anchors.horizontalCenter: parent.horizontalCenter
                chosen: true
                label: Translations.text("screens.idle.stay")
                objectName: "stay"
                once: true

                onTapped: sheet.idle.restart()
            }
        }
    }
}
