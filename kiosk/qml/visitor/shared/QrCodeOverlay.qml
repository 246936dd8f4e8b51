import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// One code over the whole page, for a phone held at a distance.
Rectangle {
    id: sheet

    required property CodeViewer viewer
    required property string title

    color: Theme.card
    visible: viewer.enlarged

    onVisibleChanged: {
        if (visible)
            close.forceActiveFocus();
    }

    MouseArea {
        anchors.fill: parent
    }

    Column {
        id: column

        // What the code leaves to the other rows.
        readonly property real others: title.implicitHeight + words.implicitHeight + buttons.height + 3 * spacing

        anchors.centerIn: parent
        spacing: Theme.space(3)
        width: parent.width - 2 * Theme.margin

        Label {
            id: title

            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
            size: Theme.panel
            text: sheet.title
            width: parent.width
        }

        QrCode {
            anchors.horizontalCenter: parent.horizontalCenter
            modules: sheet.viewer.modules
            most: Math.min(sheet.width - 2 * Theme.margin, sheet.height - column.others - 2 * Theme.top)
            objectName: "code-large"
            payload: sheet.viewer.payload
        }

        Label {
            id: words

            font.weight: Theme.strong
            horizontalAlignment: Text.AlignHCenter
            size: Theme.cardTitle
            text: sheet.viewer.host || sheet.viewer.note
            width: parent.width
        }

        Row {
            id: buttons

            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap

            CodePager {
                prefix: "sheet"
                viewer: sheet.viewer
            }

            PillButton {
                id: close

                icon: "bold/x"
                label: Translations.text("screens.nav.close")
                objectName: "close"
                once: true

                onTapped: sheet.viewer.enlarge(false)
            }
        }
    }
}
