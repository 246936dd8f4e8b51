import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.viewmodels

// Shown while there is no valid programme, instead of a blank screen.
Item {
    id: screen

    required property UnavailablePage page
    required property Shell shell

    LanguageSwitch {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.top
        shell: screen.shell
    }

    Column {
        anchors.centerIn: parent
        spacing: Theme.space(3)
        width: Math.min(parent.width - 2 * Theme.margin, Theme.space(150))

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: Theme.accent
            name: "duotone/hand-waving"
            side: Theme.space(22)
        }

        Label {
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
            lineHeight: Theme.titleLineHeight
            size: Theme.title
            text: Translations.text("screens.unavailable.title")
            width: parent.width
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            size: Theme.cardTitle
            text: Translations.text("screens.unavailable.body")
            width: parent.width
        }

        Label {
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
            size: Theme.small
            text: screen.page.staffMessage
            width: parent.width
        }
    }
}
