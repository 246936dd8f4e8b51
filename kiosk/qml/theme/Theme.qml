pragma Singleton

import QtQuick

// Every colour, size and duration of the screens. Sizes are given for a short side of 1080 pixels.
QtObject {
    id: theme

    property real screenWidth: 1920
    property real screenHeight: 1080

    readonly property real unit: Math.min(screenWidth, screenHeight) / 1080
    readonly property bool portrait: screenHeight > screenWidth
    readonly property real designWidth: screenWidth / unit
    readonly property bool narrow: !portrait && designWidth < 1500

    readonly property color paper: "#FAF6EF"
    readonly property color paperClear: "#00FAF6EF"
    readonly property color card: "#FFFFFF"
    readonly property color line: "#EBE3D6"
    readonly property color ink: "#0B1F3A"
    readonly property color muted: "#54617A"
    readonly property color accent: "#F5B82E"
    readonly property color mark: "#FCDD97"
    readonly property color markTint: "#FFF4DC"
    readonly property color onColour: "#FFFFFF"
    readonly property color veilOnColour: "#33FFFFFF"
    readonly property color clear: "#00000000"
    readonly property color scrim: "#B30B1F3A"
    readonly property color cancelled: "#A8201A"
    readonly property color calledOffTint: "#EFE9DE"
    readonly property color moved: "#8A4B08"
    readonly property color full: "#54617A"
    readonly property color good: "#2C6A4F"
    readonly property color goodTint: "#DDEFE6"
    readonly property color news: "#0A6C9B"
    readonly property color newsTint: "#D8EEF7"
    readonly property color bad: "#A8320A"
    readonly property color badTint: "#FCE6D8"
    readonly property color lineOnInk: "#5A6B8A"
    readonly property real pressedOpacity: 0.14

    readonly property string family: "Onest"
    readonly property int regular: Font.Normal
    readonly property int control: Font.DemiBold
    readonly property int strong: Font.Bold
    readonly property int heavy: Font.ExtraBold
    readonly property real lineHeight: 1.06
    readonly property real titleLineHeight: 0.92

    readonly property int poster: px(96)
    readonly property int title: px(68)
    readonly property int heroTitle: px(narrow ? 50 : 60)
    readonly property int tile: px(narrow ? 44 : 56)
    readonly property int panel: px(44)
    readonly property int cardTitle: px(30)
    readonly property int least: px(22)
    readonly property int body: px(28)
    readonly property int small: px(24)
    readonly property int block: px(50)
    readonly property int headline: px(56)
    readonly property int clock: px(64)
    readonly property int label: px(26)

    readonly property int margin: px(72)
    readonly property int top: px(32)
    readonly property int gap: px(16)
    readonly property int gutter: px(32)
    readonly property int inset: px(28)
    readonly property int touch: px(88)
    readonly property int dock: px(128)
    readonly property int rail: px(176)
    readonly property int hairline: Math.max(1, px(2))
    readonly property int outline: Math.max(2, px(4))
    readonly property int iconSmall: px(28)
    readonly property int icon: px(40)
    readonly property int iconLarge: px(56)
    readonly property int radiusTile: px(36)
    readonly property int radiusCard: px(28)
    readonly property int radiusButton: px(22)
    readonly property int shadow: px(18)
    readonly property int corner: px(120)
    readonly property int staffRail: px(420)
    readonly property int key: px(120)
    readonly property int dot: px(28)
    readonly property int timeTile: px(164)
    readonly property int cover: px(172)
    readonly property int hero: px(portrait ? 440 : 292)
    readonly property int panelWidth: px(portrait ? 936 : narrow ? 456 : 600)

    readonly property int quick: 180
    readonly property int pause: 300
    readonly property int rest: 40
    readonly property int doubleTap: 1000
    readonly property int slide: 9000

    function px(design: real): int {
        return Math.round(design * theme.unit);
    }

    function space(eighths: real): int {
        return theme.px(8 * eighths);
    }

    function hex(colour: string): string {
        return colour.slice(-6);
    }

    function kindColour(kind: string): color {
        return kind === "new" || kind === "restored" ? theme.good : kind === "removed" || kind === "cancelled" ? theme.bad : kind === "size" ? theme.ink : theme.news;
    }

    function kindTint(kind: string): color {
        return kind === "new" || kind === "restored" ? theme.goodTint : kind === "removed" || kind === "cancelled" ? theme.badTint : theme.newsTint;
    }

    function levelColour(level: string): color {
        return level === "broken" ? theme.bad : level === "attention" ? theme.moved : level === "good" ? theme.good : theme.muted;
    }

    function flagColour(flag: string): color {
        return flag === "cancelled" ? theme.cancelled : flag === "moved" ? theme.moved : theme.full;
    }
}
