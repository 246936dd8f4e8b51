import QtQuick
import kiosk.qml.theme

// Content that may be longer than its place: it can be dragged, and large buttons beside or below turn the pages.
Item {
    id: scroller

    default property alias content: column.data
    property bool more: false
    property bool beside: !Theme.portrait
    property int edge: Theme.margin
    readonly property bool overflows: flick.contentHeight > height + 1 || more

    signal moreWanted

    function toTop(): void {
        glide.stop();
        flick.contentY = 0;
    }

    function turn(direction: int): void {
        const last = Math.max(0, flick.contentHeight - flick.height);
        const from = glide.running ? glide.to : flick.contentY;
        if (direction > 0 && from >= last - 1)
            scroller.moreWanted();
        glide.to = Math.max(0, Math.min(from + direction * flick.height * 0.85, last));
        glide.restart();
    }

    Flickable {
        id: flick

        anchors.bottom: parent.bottom
        anchors.bottomMargin: scroller.overflows && !scroller.beside ? Theme.touch + 2 * Theme.gap : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: scroller.beside ? Theme.rail + Theme.gutter : 0
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.height + 2 * Theme.space(3)
        contentWidth: width

        onMovementStarted: glide.stop()

        Column {
            id: column

            spacing: Theme.gutter
            width: flick.width - scroller.edge - (scroller.beside ? Theme.gutter : scroller.edge)
            x: scroller.edge
            y: Theme.space(3)
        }

        NumberAnimation {
            id: glide

            duration: Theme.quick
            easing.type: Easing.OutCubic
            property: "contentY"
            target: flick
        }
    }

    Rectangle {
        anchors.bottom: flick.bottom
        anchors.left: flick.left
        anchors.right: flick.right
        height: Theme.space(5)
        visible: !flick.atYEnd

        gradient: Gradient {
            GradientStop {
                color: Theme.paperClear
                position: 0
            }

            GradientStop {
                color: Theme.paper
                position: 1
            }
        }
    }

    Grid {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: scroller.beside ? Theme.space(3) : Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: scroller.beside ? Theme.gutter : scroller.edge
        columns: scroller.beside ? 1 : 2
        spacing: Theme.gap
        visible: scroller.overflows

        Pill {
            icon: "bold/arrow-up"
            label: Say.text("screens.nav.up")
            opacity: flick.contentY > 1 ? 1 : 0.35
            radius: Theme.radiusButton
            width: Theme.rail

            onTapped: scroller.turn(-1)
        }

        Pill {
            icon: "bold/arrow-down"
            label: Say.text("screens.nav.more")
            opacity: flick.atYEnd && !scroller.more ? 0.35 : 1
            radius: Theme.radiusButton
            width: Theme.rail

            onTapped: scroller.turn(1)
        }
    }
}
