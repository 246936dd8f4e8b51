import QtQuick
import kiosk.qml.theme

// Draws all text except highlighted text, as plain text, so that markup in a pack is never interpreted.
Text {
    property int size: Theme.body

    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: size
    font.weight: Theme.regular
    lineHeight: Theme.lineHeight
    renderType: Text.NativeRendering
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    wrapMode: Text.Wrap
}
