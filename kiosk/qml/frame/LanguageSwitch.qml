pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The language switch; a change of language stays on the same page.
Rectangle {
    id: languages

    required property Localisation shell

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: Theme.touch
    implicitWidth: row.implicitWidth
    radius: height / 2

    Row {
        id: row

        spacing: Theme.gap

        Repeater {
            model: languages.shell.languages

            delegate: TapTarget {
                id: choice

                required property string code
                required chosen
                required property string name
                required property string shortName

                implicitWidth: Theme.space(14)
                label: name
                radius: height / 2

                onTapped: languages.shell.setLanguage(choice.code)

                Rectangle {
                    anchors.fill: parent
                    anchors.margins: Theme.space(1)
                    color: Theme.ink
                    radius: height / 2
                    visible: choice.chosen
                }

                Label {
                    anchors.centerIn: parent
                    color: choice.chosen ? Theme.onColour : Theme.muted
                    font.weight: Theme.strong
                    size: Theme.small
                    text: choice.shortName
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
