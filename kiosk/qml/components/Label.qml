import QtQuick
import kiosk.qml.theme

// The only text item of the screens: plain text, so that what a pack says is never interpreted.
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
