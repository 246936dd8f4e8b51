import QtQuick
import kiosk.qml.theme

// What is shown in place of an empty list.
Column {
    id: empty

    required property string title
    property string hint: ""
    property string icon: "duotone/calendar-star"

    spacing: Theme.space(2)

    Item {
        height: Theme.space(4)
        width: parent.width
    }

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        colour: Theme.muted
        name: empty.icon
        side: Theme.space(16)
    }

    Label {
        font.weight: Theme.heavy
        horizontalAlignment: Text.AlignHCenter
        size: Theme.panel
        text: empty.title
        width: parent.width
    }

    Label {
        color: Theme.muted
        horizontalAlignment: Text.AlignHCenter
        size: Theme.body
        text: empty.hint
        visible: text !== ""
        width: parent.width
    }
}
