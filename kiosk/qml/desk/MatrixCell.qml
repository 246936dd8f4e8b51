import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// Whether a text is there in a language, by a sign and a colour; a touch shows the event in it.
TapTarget {
    id: cell

    required property string standing
    readonly property bool missing: standing === "missing"

    implicitHeight: Theme.space(7)
    implicitWidth: Theme.space(11)

    Rectangle {
        anchors.fill: parent
        border.color: cell.missing ? Theme.bad : Theme.line
        border.width: cell.missing ? Theme.outline : Theme.hairline
        color: cell.missing ? Theme.badTint : cell.standing === "there" ? Theme.goodTint : Theme.paper
        radius: Theme.space(1)
    }

    Icon {
        anchors.centerIn: parent
        colour: cell.missing ? Theme.bad : cell.standing === "there" ? Theme.good : Theme.muted
        name: cell.missing ? "bold/x" : cell.standing === "there" ? "bold/check-circle" : "bold/minus"
        side: Theme.iconSmall
    }
}
