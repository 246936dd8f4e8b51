pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.qml.visitor.shared
import kiosk.viewmodels

// The page of one event: header, facts and text, and beside them (below them in portrait) its codes.
Item {
    id: screen

    required property EventPage page
    required property Shell shell
    readonly property bool covered: page.codeViewer.enlarged || page.mediaViewer.isOpen

    EventHeader {
        id: hero

        anchors.left: parent.left
        anchors.right: Theme.portrait ? parent.right : side.left
        anchors.rightMargin: Theme.portrait ? 0 : Theme.gutter
        enabled: !screen.covered
        page: screen.page
        shell: screen.shell
    }

    Scroller {
        id: scroller

        anchors.bottom: Theme.portrait ? side.top : parent.bottom
        anchors.left: parent.left
        anchors.right: hero.right
        anchors.top: hero.bottom
        beside: false
        enabled: !screen.covered

        EventText {
            id: words

            hashtags: hero.hashtagsFit ? "" : screen.page.hashtags
            page: screen.page
            width: parent.width
        }

        EventSurroundings {
            layout: screen
            page: screen.page
            room: scroller.room(words.height)
            shell: screen.shell
            width: parent.width
        }
    }

    Item {
        id: side

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(3)
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        enabled: !screen.covered
        height: Theme.portrait ? panel.height : parent.height - Theme.space(3)
        width: Theme.panelWidth

        LanguageSwitch {
            id: languages

            anchors.right: parent.right
            anchors.top: parent.top
            anchors.topMargin: Theme.top
            shell: screen.shell
            visible: !Theme.portrait
        }

        CodePanel {
            id: panel

            anchors.bottom: parent.bottom
            height: implicitHeight
            room: screen.height - languages.y - languages.height - 2 * Theme.space(3)
            viewer: screen.page.codeViewer
            width: parent.width
        }
    }

    QrCodeOverlay {
        anchors.fill: parent
        title: screen.page.title
        viewer: screen.page.codeViewer
    }

    // Exists only while it is open and the page is visible.
    Loader {
        active: screen.visible && screen.page.mediaViewer.isOpen
        anchors.fill: parent

        sourceComponent: MediaViewerOverlay {
            shell: screen.shell
            viewer: screen.page.mediaViewer
        }
    }

    Connections {
        function onOpened(): void {
            scroller.toTop();
        }

        target: screen.page
    }
}
