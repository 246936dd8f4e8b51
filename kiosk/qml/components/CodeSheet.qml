import QtQuick
import kiosk.qml.theme
import kiosk.viewmodels

// One code as large as the screen allows, for a phone held at a distance.
Rectangle {
    id: sheet

    required property EventPage page

    signal closed

    color: Theme.card

    onVisibleChanged: {
        if (visible)
            close.forceActiveFocus();
    }

    MouseArea {
        anchors.fill: parent
    }

    Column {
        anchors.centerIn: parent
        spacing: Theme.space(3)
        width: parent.width - 2 * Theme.margin

        Words {
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
            size: Theme.panel
            text: sheet.page.title
            width: parent.width
        }

        Code {
            anchors.horizontalCenter: parent.horizontalCenter
            modules: sheet.page.codeModules
            most: Math.min(sheet.width - 2 * Theme.margin, sheet.height - Theme.space(46))
            objectName: "code-large"
            payload: sheet.page.codePayload
        }

        Words {
            font.weight: Theme.strong
            horizontalAlignment: Text.AlignHCenter
            size: Theme.cardTitle
            text: sheet.page.codeHost || sheet.page.codeNote
            width: parent.width
        }

        Pill {
            id: close

            anchors.horizontalCenter: parent.horizontalCenter
            icon: "bold/x"
            label: Say.text("screens.nav.close")
            objectName: "close"

            onTapped: sheet.closed()
        }
    }
}
