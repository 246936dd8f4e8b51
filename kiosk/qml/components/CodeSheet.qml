import QtQuick
import kiosk.qml.theme

// One code as large as the screen allows, for a phone held at a distance.
Rectangle {
    id: sheet

    required property string title
    required property string line
    required property string payload
    required property int modules

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
            text: sheet.title
            width: parent.width
        }

        Code {
            anchors.horizontalCenter: parent.horizontalCenter
            modules: sheet.modules
            most: Math.min(sheet.width - 2 * Theme.margin, sheet.height - Theme.space(46))
            objectName: "code-large"
            payload: sheet.payload
        }

        Words {
            font.weight: Theme.strong
            horizontalAlignment: Text.AlignHCenter
            size: Theme.cardTitle
            text: sheet.line
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
