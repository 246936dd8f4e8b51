import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// Plays and pauses a film, tells how far it is, makes it louder and quieter.
Item {
    id: bar

    required property Film film

    implicitHeight: Theme.touch

    Pill {
        id: play

        icon: bar.film.playing ? "bold/pause" : "bold/play"
        label: Say.text(bar.film.playing ? "screens.viewer.pause" : "screens.viewer.play")
        objectName: "film-play"
        radius: Theme.radiusButton
        width: Math.max(2 * Theme.rail, implicitWidth)

        onTapped: bar.film.play(!bar.film.playing)
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
            width: parent.width * bar.film.part
        }
    }

    Words {
        id: time

        anchors.right: volume.left
        anchors.rightMargin: Theme.gutter
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.onColour
        size: Theme.small
        text: bar.film.time
        wrapMode: Text.NoWrap
    }

    Row {
        id: volume

        anchors.right: parent.right
        spacing: Theme.gap

        Pill {
            icon: "bold/speaker-low"
            label: Say.text("screens.viewer.quieter")
            objectName: "film-quieter"
            opacity: bar.film.volume > 0 ? 1 : 0.35
            radius: Theme.radiusButton
            wordless: true

            onTapped: bar.film.louder(-1)
        }

        Pill {
            icon: "bold/speaker-high"
            label: Say.text("screens.viewer.louder")
            objectName: "film-louder"
            opacity: bar.film.volume < 1 ? 1 : 0.35
            radius: Theme.radiusButton
            wordless: true

            onTapped: bar.film.louder(1)
        }
    }
}
