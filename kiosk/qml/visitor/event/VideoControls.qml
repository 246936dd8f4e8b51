import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// Play and pause, progress and volume of a video.
Item {
    id: bar

    required property VideoPlayer player

    implicitHeight: Theme.touch

    PillButton {
        id: play

        icon: bar.player.playing ? "bold/pause" : "bold/play"
        label: Translations.text(bar.player.playing ? "screens.viewer.pause" : "screens.viewer.play")
        objectName: "film-play"
        once: true
        radius: Theme.radiusButton
        width: Math.max(2 * Theme.rail, implicitWidth)

        onTapped: bar.player.setPlaying(!bar.player.playing)
    }

    Rectangle {
        anchors.left: play.right
        anchors.leftMargin: Theme.gutter
        anchors.right: time.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.lineOnInk
        height: Theme.space(1)
        radius: height / 2

        Rectangle {
            color: Theme.accent
            height: parent.height
            radius: height / 2
            width: parent.width * bar.player.progress
        }
    }

    Label {
        id: time

        anchors.right: volume.left
        anchors.rightMargin: Theme.gutter
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.onColour
        size: Theme.small
        text: bar.player.timeText
        wrapMode: Text.NoWrap
    }

    Row {
        id: volume

        anchors.right: parent.right
        spacing: Theme.gap

        PillButton {
            icon: "bold/speaker-low"
            label: Translations.text("screens.viewer.quieter")
            objectName: "film-quieter"
            opacity: bar.player.volume > 0 ? 1 : 0.35
            radius: Theme.radiusButton
            wordless: true

            onTapped: bar.player.changeVolume(-1)
        }

        PillButton {
            icon: "bold/speaker-high"
            label: Translations.text("screens.viewer.louder")
            objectName: "film-louder"
            opacity: bar.player.volume < 1 ? 1 : 0.35
            radius: Theme.radiusButton
            wordless: true

            onTapped: bar.player.changeVolume(1)
        }
    }
}
