import QtQuick
import kiosk.qml.theme

// A rounded button with a label and an optional icon. A label that `wraps` has two lines where the button is narrow.
TapTarget {
    id: pill

    property string icon: ""
    property bool iconLast: false
    property bool wordless: false
    property bool wraps: false
    readonly property int iconPart: icon === "" ? 0 : Theme.iconSmall + (wordless ? 0 : row.spacing)
    readonly property int wordsPart: wordless ? 0 : Math.ceil(words.implicitWidth)
    property color fill: chosen ? Theme.ink : Theme.card
    property color colour: chosen ? Theme.onColour : Theme.ink
    property color edge: chosen ? Theme.ink : Theme.line
    property int size: Theme.small

    implicitHeight: Theme.touch
    implicitWidth: Math.max(Theme.touch, iconPart + wordsPart + 2 * Theme.inset)
    radius: height / 2

    Rectangle {
        anchors.fill: parent
        border.color: pill.edge
        border.width: Theme.hairline
        color: pill.fill
        radius: pill.radius
    }

    Row {
        id: row

        anchors.centerIn: parent
        layoutDirection: pill.iconLast ? Qt.RightToLeft : Qt.LeftToRight
        spacing: Theme.space(1.5)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            colour: pill.colour
            name: pill.icon
            side: Theme.iconSmall
            visible: pill.icon !== ""
        }

        Label {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            color: pill.colour
            font.pixelSize: size
            font.weight: Theme.control
            horizontalAlignment: Text.AlignHCenter
            size: pill.size
            text: pill.label
            visible: !pill.wordless
            width: pill.wraps ? Math.min(pill.wordsPart, pill.width - pill.iconPart - 2 * Theme.inset) : implicitWidth
            wrapMode: pill.wraps ? Text.Wrap : Text.NoWrap
        }
    }
}
