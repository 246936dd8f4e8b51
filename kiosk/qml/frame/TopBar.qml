import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The Corner's name, the clock and the language switch; `reservedWidth` is kept free between them.
Item {
    id: bar

    required property Shell shell
    property int reservedWidth: 0
    readonly property real reservedEnd: languages.x - Theme.gutter

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
        anchors.rightMargin: Theme.gutter + bar.reservedWidth
        anchors.verticalCenter: parent.verticalCenter

        Label {
            elide: Text.ElideRight
            font.weight: Theme.strong
            maximumLineCount: 2
            size: Theme.cardTitle
            text: bar.shell.cornerName
            width: parent.width
        }

        Label {
            color: Theme.muted
            elide: Text.ElideRight
            maximumLineCount: 2
            size: Theme.small
            text: bar.shell.packAvailable ? Translations.text("staff.notice") : bar.shell.clock
            visible: text !== ""
            width: parent.width
        }
    }

    LanguageSwitch {
        id: languages

        anchors.right: parent.right
        anchors.top: parent.top
        shell: bar.shell
    }
}
