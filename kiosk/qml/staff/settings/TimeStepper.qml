import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// A time of the day between two buttons that move it.
Row {
    id: stepper

    required property string label
    required property string name
    required property string time

    signal moved(int steps)

    spacing: Theme.gap

    Label {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.muted
        text: stepper.label
        width: implicitWidth
        wrapMode: Text.NoWrap
    }

    PillButton {
        icon: "bold/minus"
        label: Translations.text("choices.hours.earlier")
        objectName: stepper.name + "-earlier"
        repeats: true
        wordless: true

        onTapped: stepper.moved(-1)
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        font.weight: Theme.strong
        horizontalAlignment: Text.AlignHCenter
        objectName: stepper.name
        text: stepper.time
        width: Theme.touch
        wrapMode: Text.NoWrap
    }

    PillButton {
        icon: "bold/plus"
        label: Translations.text("choices.hours.later")
        objectName: stepper.name + "-later"
        repeats: true
        wordless: true

        onTapped: stepper.moved(1)
    }
}
