import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The typed text, scrolled to its end, and the button that clears it.
Rectangle {
    id: field

    required property SearchPage page

    border.color: Theme.ink
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: Theme.touch
    radius: Theme.radiusButton

    Icon {
        id: glass

        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        anchors.verticalCenter: parent.verticalCenter
        name: "bold/magnifying-glass"
    }

    Item {
        anchors.bottom: parent.bottom
        anchors.left: glass.right
        anchors.leftMargin: Theme.gap
        anchors.right: clear.left
        anchors.rightMargin: Theme.gap
        anchors.top: parent.top
        clip: true

        DrawnText {
            id: typed

            anchors.verticalCenter: parent.verticalCenter
            drawn: field.page.text
            font.weight: Theme.control
            objectName: "typed"
            size: Theme.panel
            wrapMode: Text.NoWrap
            x: Math.min(0, parent.width - implicitWidth - cursor.width)
        }

        Rectangle {
            id: cursor

            anchors.left: typed.right
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accent
            height: Theme.panel
            width: Theme.outline
        }
    }

    TapTarget {
        id: clear

        anchors.right: parent.right
        label: Translations.text("screens.search.clear")
        objectName: "clear"
        once: true
        visible: field.page.text !== ""

        onTapped: field.page.clear()

        Icon {
            anchors.centerIn: parent
            name: "bold/x"
        }
    }
}
