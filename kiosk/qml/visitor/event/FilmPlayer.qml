import QtMultimedia
import QtQuick
import kiosk.viewmodels

// Plays a film; read only where there is something to play, for Qt's player may not be installed.
Item {
    id: root

    required property Film film

    MediaPlayer {
        id: player

        readonly property bool wanted: root.film.playing

        source: root.film.source
        videoOutput: picture

        audioOutput: AudioOutput {
            volume: root.film.volume
        }

        onErrorOccurred: root.film.offer(false)
        onMediaStatusChanged: {
            if (player.mediaStatus === MediaPlayer.LoadedMedia)
                root.film.offer(player.hasVideo);
            else if (player.mediaStatus === MediaPlayer.EndOfMedia)
                root.film.end();
        }
        onPositionChanged: root.film.reach(player.position)
        onWantedChanged: {
            if (wanted)
                player.play();
            else
                player.pause();
        }
    }

    VideoOutput {
        id: picture

        anchors.fill: parent
        visible: root.film.begun
    }
}
