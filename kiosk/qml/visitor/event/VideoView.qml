import QtMultimedia
import QtQuick
import kiosk.viewmodels

// Plays a video; loaded only when there is one, because Qt's player may not be installed.
Item {
    id: root

    required property VideoPlayer player

    MediaPlayer {
        id: mediaPlayer

        readonly property bool wanted: root.player.playing

        source: root.player.source
        videoOutput: picture

        audioOutput: AudioOutput {
            volume: root.player.volume
        }

        onErrorOccurred: root.player.setReady(false)
        onMediaStatusChanged: {
            if (mediaPlayer.mediaStatus === MediaPlayer.LoadedMedia)
                root.player.setReady(mediaPlayer.hasVideo);
            else if (mediaPlayer.mediaStatus === MediaPlayer.EndOfMedia)
                root.player.finish();
        }
        onPositionChanged: root.player.setPosition(mediaPlayer.position)
        onWantedChanged: {
            if (wanted)
                mediaPlayer.play();
            else
                mediaPlayer.pause();
        }
    }

    VideoOutput {
        id: picture

        anchors.fill: parent
        visible: root.player.started
    }
}
