import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.qml.visitor.shared
import kiosk.viewmodels

// The codes of the marked events, one at a time.
Rectangle {
    id: panel

    required property TrayPage page
    property int room: Theme.space(90)
    readonly property bool wide: Theme.portrait

    signal enlarged

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: grid.implicitHeight + 2 * Theme.inset
    radius: Theme.radiusTile

    Shadow {
        radius: panel.radius
    }

    Grid {
        id: grid

        anchors.centerIn: parent
        columns: panel.wide ? 2 : 1
        horizontalItemAlignment: Grid.AlignHCenter
        spacing: Theme.gutter
        verticalItemAlignment: Grid.AlignVCenter
        width: parent.width - 2 * Theme.inset

        TapTarget {
            id: frame

            height: code.side
            label: Translations.text("screens.event.enlarge")
            objectName: "enlarge"
            once: true
            visible: panel.page.modules > 0
            width: code.side

            onTapped: panel.enlarged()

            QrCode {
                id: code

                modules: panel.page.modules
                most: panel.wide ? Theme.space(46) : Math.min(grid.width, panel.room - words.implicitHeight - grid.spacing - 2 * Theme.inset)
                payload: panel.page.payload
            }
        }

        Column {
            id: words

            readonly property int alignment: panel.wide ? Text.AlignLeft : Text.AlignHCenter

            spacing: Theme.gap
            width: panel.wide && frame.visible ? grid.width - frame.width - grid.spacing : grid.width

            Label {
                font.weight: Theme.heavy
                horizontalAlignment: parent.alignment
                lineHeight: Theme.titleLineHeight
                size: Theme.cardTitle
                text: panel.page.codeTitle
                width: parent.width
            }

            Label {
                color: Theme.muted
                horizontalAlignment: parent.alignment
                size: Theme.small
                text: Translations.text("screens.event.scan")
                visible: frame.visible
                width: parent.width
            }

            Label {
                font.weight: Theme.strong
                horizontalAlignment: parent.alignment
                objectName: "code-note"
                size: Theme.small
                text: panel.page.codeNote
                visible: text !== ""
                width: parent.width
            }

            Row {
                spacing: Theme.gap
                visible: panel.page.codePosition !== ""
                x: panel.wide ? 0 : (parent.width - width) / 2

                TapTarget {
                    label: Translations.text("screens.tray.before")
                    objectName: "code-before"

                    onTapped: panel.page.stepCode(-1)

                    Icon {
                        anchors.centerIn: parent
                        name: "bold/arrow-left"
                    }
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    font.weight: Theme.strong
                    text: panel.page.codePosition
                }

                TapTarget {
                    label: Translations.text("screens.tray.after")
                    objectName: "code-after"

                    onTapped: panel.page.stepCode(1)

                    Icon {
                        anchors.centerIn: parent
                        name: "bold/arrow-right"
                    }
                }
            }
        }
    }
}
