import QtQuick
import kiosk.qml.theme

// Draws all text except highlighted text: `drawn` as it stands, such as what is being typed, and as plain text, so that
// markup in a pack is never interpreted. A text of several lines of the width `room` shrinks until no word has to be broken.
Text {
    property string drawn
    property int size: Theme.body
    property real room: width

    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: wrapMode === Text.Wrap ? Words.fit(drawn, size, room) : size
    font.weight: Theme.regular
    lineHeight: Theme.lineHeight
    renderType: Text.NativeRendering
    text: drawn
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    wrapMode: Text.Wrap
}
