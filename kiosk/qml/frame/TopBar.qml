import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// Whose Corner this is, what time it is, and the languages; `room` is kept free between them.
Item {
    id: bar

    required property Shell shell
    property int room: 0
    readonly property real roomEnd: languages.x - Theme.gutter

    implicitHeight: Math.max(Theme.touch, names.implicitHeight)

    Image {
        id: mark

        anchors.verticalCenter: parent.verticalCenter
        source: `image://mark/?width=${Theme.space(9)}&height=${Theme.space(9)}&radius=${Theme.radiusButton}`
    }

    Column {
        id: names

        anchors.left: mark.right
        anchors.leftMargin: Theme.space(2.5)
        anchors.right: languages.left
        anchors.rightMargin: Theme.gutter + bar.room
        anchors.verticalCenter: parent.verticalCenter

        Label {
            font.weight: Theme.strong
            size: Theme.cardTitle
            text: bar.shell.cornerName
            width: parent.width
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: bar.shell.packAvailable ? Translations.text("staff.notice") : bar.shell.clock
            visible: text !== ""
            width: parent.width
        }
    }

    LanguageSwitch {
        id: languages

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        shell: bar.shell
    }
}
