import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// One fact on the poster: an icon and a word or two.
Row {
    id: fact

    required property string icon
    required property string text
    required property int room

    spacing: Theme.space(1.25)

    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.onColour
        name: `bold/${fact.icon}`
        side: Theme.px(34)
    }

    Label {
        id: words

        color: Theme.onColour
        elide: Text.ElideRight
        font.weight: Theme.control
        size: Theme.cardTitle
        text: fact.text
        width: Math.min(Math.ceil(whole.advanceWidth) + 1, fact.room - sign.width - fact.spacing)
        wrapMode: Text.NoWrap

        // Not `implicitWidth`, which depends on what is cut off.
        TextMetrics {
            id: whole

            font.family: Theme.family
            font.pixelSize: words.size
            font.weight: Theme.control
            text: words.drawn
        }
    }
}
