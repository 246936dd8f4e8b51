import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.viewmodels

// The cover of one event with its bar, status, title and mark button; on an upright screen with the language switch, below
// which the mark button is. It grows with the title.
Item {
    id: hero

    required property Shell shell
    required property EventPage page
    readonly property bool hashtagsFit: bar.hashtagsFit
    readonly property real beforeIcon: 0.7 * width - Theme.margin
    // A title or status that is longer than usual has the place of the icon too.
    readonly property bool isLong: page.title.length > 60 || status.implicitWidth > beforeIcon
    readonly property real reserved: Theme.portrait ? heart.y + heart.height : bar.y + bar.height

    implicitHeight: Math.max(Theme.hero, reserved + words.implicitHeight + 2 * Theme.space(3))

    Cover {
        anchors.fill: parent
        colour: hero.page.colour
        icon: hero.isLong ? "" : hero.page.icon
        seed: hero.page.eventId
        shape: Theme.portrait ? "panel" : "hero"
    }

    EventBar {
        id: bar

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.top
        page: hero.page
        room: width - (Theme.portrait ? languages.width : heart.width)
        shell: hero.shell
    }

    LanguageSwitch {
        id: languages

        anchors.right: bar.right
        anchors.top: bar.top
        shell: hero.shell
        visible: Theme.portrait
    }

    MarkButton {
        id: heart

        anchors.right: bar.right
        anchors.top: Theme.portrait ? languages.bottom : bar.top
        anchors.topMargin: Theme.portrait ? Theme.gap : 0
        date: hero.page.chosenDate
        eventId: hero.page.eventId
        tray: hero.shell.pageModel("tray") as TrayPage
    }

    Column {
        id: words

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(3)
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        spacing: Theme.space(1.5)
        width: hero.isLong ? hero.width - 2 * x : hero.beforeIcon

        Badge {
            id: status

            colour: Theme.onColour
            fill: Theme.flagColour(hero.page.flag)
            text: hero.page.flagText
        }

        FittedLabel {
            color: Theme.onColour
            elide: Text.ElideNone
            weight: Theme.heavy
            steps: Theme.narrow ? [Qt.size(50, 2), Qt.size(40, 3), Qt.size(34, 20)] : [Qt.size(60, 2), Qt.size(50, 3), Qt.size(40, 20)]
            text: hero.page.title
            width: parent.width
        }
    }
}
