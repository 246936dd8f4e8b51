pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The page Flyers: the choices, the preview, and the buttons that print and save.
Item {
    id: screen

    required property Models.FlyersPage page
    readonly property bool stacked: Theme.portrait || Theme.narrow

    Scroller {
        id: choices

        anchors.bottom: buttons.top
        anchors.left: parent.left
        anchors.right: screen.stacked ? parent.right : sheet.left
        anchors.top: screen.stacked ? sheet.bottom : parent.top
        beside: false

        Label {
            font.weight: Theme.heavy
            lineHeight: Theme.titleLineHeight
            size: Theme.title
            text: Translations.text("staff.page.flyers")
            width: parent.width
        }

        OutdatedCard {
            page: screen.page
            visible: screen.page.outdated.headline !== ""
            width: parent.width
        }

        FlyerChoices {
            page: screen.page
            width: parent.width
        }
    }

    FlyerPreview {
        id: sheet

        anchors.bottom: screen.stacked ? undefined : buttons.top
        anchors.right: parent.right
        anchors.top: parent.top
        height: screen.stacked ? parent.height * 0.36 : undefined
        page: screen.page
        width: screen.stacked ? parent.width : parent.width * 0.4
    }

    FlyerButtons {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        page: screen.page
    }
}
