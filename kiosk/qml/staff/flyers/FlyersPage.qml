pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The page Flyers: the choices, and the sheet that they make with what prints and saves it. The sheet has the right half of
// the page, on an upright screen the upper half.
Item {
    id: screen

    required property Models.FlyersPage page

    Scroller {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: Theme.portrait ? parent.right : desk.left
        anchors.top: Theme.portrait ? desk.bottom : parent.top
        beside: false
        edge: Theme.narrow ? Theme.gutter : Theme.margin

        Label {
            font.weight: Theme.heavy
            lineHeight: Theme.titleLineHeight
            size: Theme.title
            text: Translations.text("staff.page.flyers")
            visible: !Theme.portrait
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

    Rectangle {
        id: desk

        anchors.bottom: Theme.portrait ? undefined : parent.bottom
        anchors.left: Theme.portrait ? parent.left : undefined
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.card
        height: parent.height * 0.54
        width: parent.width * (Theme.narrow ? 0.5 : 0.42)

        FlyerPreview {
            anchors.bottom: Theme.portrait ? parent.bottom : buttons.top
            anchors.left: parent.left
            anchors.right: Theme.portrait ? buttons.left : parent.right
            anchors.top: parent.top
            page: screen.page
        }

        FlyerButtons {
            id: buttons

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gutter
            anchors.right: parent.right
            anchors.rightMargin: Theme.portrait ? Theme.margin : Theme.gutter
            page: screen.page
            width: Theme.portrait ? Theme.px(400) : parent.width - 2 * Theme.gutter
        }

        Label {
            anchors.left: buttons.left
            anchors.right: buttons.right
            anchors.top: parent.top
            anchors.topMargin: Theme.space(3)
            font.weight: Theme.heavy
            lineHeight: Theme.titleLineHeight
            size: Theme.title
            text: Translations.text("staff.page.flyers")
            visible: Theme.portrait
        }
    }
}
