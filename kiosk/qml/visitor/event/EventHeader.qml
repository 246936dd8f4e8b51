import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.viewmodels

// The cover of one event with back button, theme, title, status, mark button and media button.
Item {
    id: hero

    required property Shell shell
    required property EventPage page
    property bool languagesShown: false

    implicitHeight: Math.max(Theme.hero, bar.height + words.implicitHeight + 3 * Theme.space(3))

    Cover {
        anchors.fill: parent
        colour: hero.page.colour
        // An event with only a video has the media button in place of the icon.
        icon: pictures.visible ? "" : hero.page.icon
        picture: hero.page.picture
        seed: hero.page.eventId
        shape: Theme.portrait ? "panel" : "hero"

        Accessible.ignored: !hero.page.picture
        Accessible.name: hero.page.pictureAlt
        Accessible.role: Accessible.Graphic
    }

    Item {
        id: bar

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.space(3)
        height: Theme.touch

        BackButton {
            id: back

            objectName: "back"

            onTapped: hero.shell.back()
        }

        Label {
            anchors.left: back.right
            anchors.leftMargin: Theme.gutter
            anchors.right: hero.languagesShown ? languages.left : parent.right
            anchors.rightMargin: Theme.gutter + (hero.languagesShown ? 0 : heart.width)
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.onColour
            font.weight: Theme.control
            size: Theme.body
            text: [hero.page.theme, hero.page.hashtags].filter(part => part).join(" · ")
        }

        LanguageSwitch {
            id: languages

            anchors.right: parent.right
            shell: hero.shell
            visible: hero.languagesShown
        }
    }

    MarkButton {
        id: heart

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        date: hero.page.chosenDate
        eventId: hero.page.eventId
        tray: hero.shell.trayPage
        y: hero.languagesShown ? parent.height - height - Theme.space(3) : bar.y
    }

    PillButton {
        id: pictures

        anchors.right: heart.right
        icon: "bold/images"
        label: hero.page.mediaViewer.buttonLabel
        objectName: "viewer-open"
        once: true
        radius: Theme.radiusButton
        visible: hero.page.mediaViewer.count > 0
        wordless: Theme.narrow
        y: hero.languagesShown ? heart.y - height - Theme.gap : hero.height - height - Theme.space(3)

        onTapped: hero.page.mediaViewer.open()
    }

    Column {
        id: words

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(3)
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        spacing: Theme.space(1.5)
        width: Math.min((hero.languagesShown ? heart.x : hero.width) - Theme.gutter, pictures.visible ? pictures.x - Theme.gutter : hero.width, hero.width * 0.7) - x

        Badge {
            colour: Theme.onColour
            fill: Theme.flagColour(hero.page.flag)
            text: hero.page.flagText
        }

        Label {
            color: Theme.onColour
            font.weight: Theme.heavy
            lineHeight: Theme.titleLineHeight
            size: Theme.heroTitle
            text: hero.page.title
            width: parent.width
        }
    }
}
