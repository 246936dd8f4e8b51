import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// One code over the whole page, for a phone held at a distance.
Rectangle {
    id: sheet

    required property string title
    required property string line
    required property string payload
    required property int modules
    property bool several: false

    signal closed
    signal stepped(int by)

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

        Label {
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
            size: Theme.panel
            text: sheet.title
            width: parent.width
        }

        QrCode {
            anchors.horizontalCenter: parent.horizontalCenter
            modules: sheet.modules
            most: Math.min(sheet.width - 2 * Theme.margin, sheet.height - Theme.space(46))
            objectName: "code-large"
            payload: sheet.payload
        }

        Label {
            font.weight: Theme.strong
            horizontalAlignment: Text.AlignHCenter
            size: Theme.cardTitle
            text: sheet.line
            width: parent.width
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap

            PillButton {
                icon: "bold/arrow-left"
                label: Translations.text("screens.tray.before")
                objectName: "sheet-before"
                visible: sheet.several
                wordless: true

                onTapped: sheet.stepped(-1)
            }

            PillButton {
                id: close

                icon: "bold/x"
                label: Translations.text("screens.nav.close")
                objectName: "close"
                once: true

                onTapped: sheet.closed()
            }

            PillButton {
                icon: "bold/arrow-right"
                label: Translations.text("screens.tray.after")
                objectName: "sheet-after"
                visible: sheet.several
                wordless: true

                onTapped: sheet.stepped(1)
            }
        }
    }
}
