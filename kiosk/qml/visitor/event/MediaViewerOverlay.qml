pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.viewmodels

// One picture or the video of an event over its whole page. Buttons, arrow keys and swipes change to the others.
Rectangle {
    id: sheet

    required property Shell shell
    required property MediaViewer viewer
    readonly property VideoPlayer player: viewer.videoPlayer

    color: Theme.ink

    Component.onCompleted: close.forceActiveFocus()
    Keys.onLeftPressed: sheet.viewer.step(-1)
    Keys.onRightPressed: sheet.viewer.step(1)

    MouseArea {
        anchors.fill: parent
    }

    Item {
        id: place

        anchors.bottom: alt.top
        anchors.bottomMargin: alt.visible ? Theme.gap : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.narrow ? languages.y + languages.height + Theme.gap : 0
        clip: true

        Image {
            readonly property string size: `width=${Math.round(width)}&height=${Math.round(height)}`

            Accessible.description: sheet.viewer.positionText
            Accessible.name: sheet.viewer.alt
            Accessible.role: Accessible.Graphic
            cache: false
            fillMode: Image.PreserveAspectFit
            height: parent.height
            objectName: "viewed"
            visible: !sheet.player.started
            source: sheet.viewer.picture && width >= 1 && height >= 1 ? `image://photo/${sheet.viewer.picture}?shape=whole&${size}` : ""
            width: parent.width
            x: drag.active ? drag.activeTranslation.x : 0
        }

        // Without a GPU Qt draws no video; then the poster and the code remain.
        Loader {
            readonly property string wanted: sheet.player.installed && GraphicsInfo.api !== GraphicsInfo.Software ? sheet.player.source : ""

            anchors.fill: parent

            onWantedChanged: {
                if (wanted)
                    setSource(Qt.resolvedUrl("VideoView.qml"), {
                        player: sheet.player
                    });
                else
                    source = "";
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gap
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.scrim
            height: caption.height + 2 * Theme.gap
            radius: Theme.radiusButton
            visible: caption.text !== ""
            width: caption.width + 2 * Theme.gutter

            Label {
                id: caption

                anchors.centerIn: parent
                color: Theme.onColour
                font.weight: Theme.control
                horizontalAlignment: Text.AlignHCenter
                objectName: "film-caption"
                size: Theme.cardTitle
                text: sheet.player.caption
                room: place.width - 2 * Theme.margin
                width: Math.min(implicitWidth, room)
            }
        }

        VideoCode {
            anchors.bottom: parent.bottom
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            player: sheet.player
            visible: player.modules > 0 && !player.playing
        }

        DragHandler {
            id: drag

            property real way: 0

            enabled: sheet.viewer.count > 1
            target: null
            yAxis.enabled: false

            onActiveChanged: {
                if (!active && Math.abs(way) > Theme.touch)
                    sheet.viewer.step(way < 0 ? 1 : -1);
                way = 0;
            }
            onActiveTranslationChanged: {
                if (active)
                    way = activeTranslation.x;
            }
        }
    }

    LanguageSwitch {
        id: languages

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.top
        shell: sheet.shell
    }

    Label {
        id: alt

        anchors.bottom: videoControls.visible ? videoControls.top : bar.top
        anchors.bottomMargin: Theme.gap
        anchors.left: bar.left
        anchors.right: bar.right
        color: Theme.onColour
        height: visible ? implicitHeight : 0
        horizontalAlignment: Text.AlignHCenter
        size: Theme.small
        text: sheet.viewer.alt
        visible: !sheet.player.started
    }

    VideoControls {
        id: videoControls

        anchors.bottom: bar.top
        anchors.bottomMargin: Theme.gap
        anchors.left: bar.left
        anchors.right: bar.right
        player: sheet.player
        visible: player.ready
    }

    Item {
        id: bar

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        height: Theme.touch

        Row {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap
            visible: sheet.viewer.count > 1

            PillButton {
                icon: "bold/arrow-left"
                label: Translations.text("screens.viewer.before")
                objectName: "viewer-before"
                radius: Theme.radiusButton
                width: Theme.space(16)
                wordless: true

                onTapped: sheet.viewer.step(-1)
            }

            PillButton {
                icon: "bold/arrow-right"
                label: Translations.text("screens.viewer.after")
                objectName: "viewer-after"
                radius: Theme.radiusButton
                width: Theme.space(16)
                wordless: true

                onTapped: sheet.viewer.step(1)
            }
        }

        Column {
            anchors.centerIn: parent
            spacing: Theme.space(1)
            visible: sheet.viewer.count > 1

            PageIndicator {
                anchors.horizontalCenter: parent.horizontalCenter
                count: sheet.viewer.count
                currentIndex: sheet.viewer.index
            }

            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.onColour
                font.weight: Theme.control
                size: Theme.small
                text: sheet.viewer.positionText
                wrapMode: Text.NoWrap
            }
        }

        PillButton {
            id: close

            anchors.right: parent.right
            icon: "bold/x"
            label: Translations.text("screens.nav.close")
            objectName: "viewer-close"
            once: true
            radius: Theme.radiusButton

            onTapped: sheet.viewer.close()
        }
    }
}
