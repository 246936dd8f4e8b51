import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.qml.visitor.shared
import kiosk.viewmodels

// The QR code of a video on the web.
Rectangle {
    id: card

    required property VideoPlayer player

    color: Theme.card
    height: column.height + 2 * Theme.inset
    radius: Theme.radiusCard
    visible: player.modules > 0
    width: column.width + 2 * Theme.inset

    Column {
        id: column

        anchors.centerIn: parent
        spacing: Theme.space(1)
        width: Theme.space(34)

        QrCode {
            anchors.horizontalCenter: parent.horizontalCenter
            modules: card.player.modules
            most: Theme.space(34)
            objectName: "film-code"
            payload: card.player.payload
        }

        Label {
            font.weight: Theme.strong
            horizontalAlignment: Text.AlignHCenter
            size: Theme.small
            text: Translations.text("screens.viewer.phone")
            width: parent.width
        }

        Label {
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
            size: Theme.small
            text: card.player.host
            width: parent.width
        }
    }
}
