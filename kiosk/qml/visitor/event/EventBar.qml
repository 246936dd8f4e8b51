import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.viewmodels

// The top of an event's page: the back button, the theme with the hashtags that have room, on an upright screen the
// language switch.
Item {
    id: bar

    required property Shell shell
    required property EventPage page
    required property real room
    readonly property bool hashtagsFit: both.advanceWidth < words.width

    implicitHeight: Math.max(Theme.touch, words.implicitHeight)

    TextMetrics {
        id: both

        font.family: Theme.family
        font.pixelSize: Theme.body
        font.weight: Theme.control
        text: [bar.page.theme, bar.page.hashtags].join(" · ")
    }

    BackButton {
        id: back

        objectName: "back"

        onTapped: bar.shell.back()
    }

    Label {
        id: words

        anchors.left: back.right
        anchors.leftMargin: Theme.gutter
        color: Theme.onColour
        elide: Text.ElideRight
        font.weight: Theme.control
        maximumLineCount: 3
        size: Theme.body
        text: [bar.page.theme, bar.hashtagsFit ? bar.page.hashtags : ""].filter(part => part).join(" · ")
        width: bar.room - back.width - 2 * Theme.gutter
        y: Math.max(0, (Theme.touch - implicitHeight) / 2)
    }
}
