import QtQuick
import kiosk.qml.theme

// Covers a Flickable: fades it out at the bottom and turns its pages with large buttons.
Item {
    id: pager

    required property Flickable flick
    property bool beside: !Theme.portrait
    property int edge: Theme.margin
    property bool hasMore: false
    readonly property bool overflows: flick.contentHeight > height + 1 || hasMore
    // The height of the buttons below the content, where they are not beside it.
    readonly property int bar: overflows && !beside ? Theme.touch + Theme.gap + below : 0
    readonly property int below: Theme.portrait ? Theme.gap : Theme.space(3)
    readonly property bool gliding: glide.running
    property bool atTop: true

    signal moreRequested

    function toTop(): void {
        glide.stop();
        pager.atTop = true;
        flick.contentY = flick.originY;
    }

    function show(y: real): void {
        glide.stop();
        pager.atTop = false;
        flick.contentY = Math.max(flick.originY, Math.min(y, flick.originY + Math.max(0, flick.contentHeight - flick.height)));
    }

    function turn(direction: int): void {
        const last = flick.originY + Math.max(0, flick.contentHeight - flick.height);
        const from = glide.running ? glide.to : flick.contentY;
        if (direction > 0 && from >= last - 1)
            pager.moreRequested();
        pager.atTop = false;
        glide.to = Math.max(flick.originY, Math.min(from + direction * flick.height * 0.85, last));
        glide.restart();
    }

    NumberAnimation {
        id: glide

        duration: Theme.quick
        easing.type: Easing.OutCubic
        property: "contentY"
        target: pager.flick
    }

    // As long as the visitor has not scrolled, content that grows above the top stays visible.
    Connections {
        function onMovementStarted(): void {
            glide.stop();
            pager.atTop = false;
        }

        function onOriginYChanged(): void {
            if (pager.atTop)
                pager.flick.contentY = pager.flick.originY;
        }

        target: pager.flick
    }

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: pager.width - pager.flick.width
        height: Theme.space(5)
        visible: !pager.flick.atYEnd
        y: pager.flick.height - height

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
        anchors.bottomMargin: pager.below
        anchors.right: parent.right
        anchors.rightMargin: pager.beside ? Theme.gutter : pager.edge
        columns: pager.beside ? 1 : 2
        spacing: Theme.gap
        visible: pager.overflows

        PillButton {
            icon: "bold/arrow-up"
            label: Translations.text("screens.nav.up")
            opacity: pager.flick.atYBeginning ? 0.35 : 1
            radius: Theme.radiusButton
            width: Theme.rail

            onTapped: pager.turn(-1)
        }

        PillButton {
            icon: "bold/arrow-down"
            label: Translations.text("screens.nav.more")
            opacity: pager.flick.atYEnd && !pager.hasMore ? 0.35 : 1
            radius: Theme.radiusButton
            width: Theme.rail

            onTapped: pager.turn(1)
        }
    }
}
