import QtQuick
import kiosk.qml.theme

// A QR code in exact pixels, dark on white whatever the theme, with its quiet zone.
Image {
    id: code

    required property string payload
    required property int modules
    property int most: Theme.space(40)
    readonly property int side: modules * Math.max(1, Math.floor(most / Math.max(1, modules)))

    Accessible.name: Translations.text("screens.event.scan")
    Accessible.role: Accessible.Graphic
    fillMode: Image.Stretch
    height: side
    objectName: "code"
    smooth: false
    source: payload !== "" ? "image://code/" + encodeURIComponent(payload) : ""
    visible: modules > 0
    width: side
}
