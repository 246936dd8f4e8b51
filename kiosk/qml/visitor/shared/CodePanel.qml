pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The codes of a page: one is shown, tabs select the other kinds, a pager the others of its kind.
Rectangle {
    id: panel

    required property CodeViewer viewer
    property int room: Theme.space(90)
    readonly property bool wide: Theme.portrait
    readonly property int least: Theme.space(32)
    readonly property int margins: Theme.space(2) + 2 * Theme.inset
    // Without room for every line beside a code of the least size, those go that say what the page says too.
    readonly property bool tight: !wide && least + margins + title.implicitHeight + hint.implicitHeight + host.implicitHeight + note.implicitHeight + tabs.implicitHeight + 5 * words.spacing > room

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: Math.ceil(wide ? Math.max(Theme.space(46), words.implicitHeight) : frame.height + words.implicitHeight + Theme.space(2)) + 2 * Theme.inset
    radius: Theme.radiusTile

    Shadow {
        radius: panel.radius
    }

    TapTarget {
        id: frame

        anchors.left: parent.left
        anchors.leftMargin: panel.wide ? Theme.inset : (panel.width - width) / 2
        anchors.top: parent.top
        anchors.topMargin: panel.wide ? (panel.height - height) / 2 : Theme.inset
        enabled: panel.viewer.modules > 0
        height: code.side
        label: Translations.text("screens.event.enlarge")
        once: true
        width: code.side

        onTapped: panel.viewer.enlarge(true)

        QrCode {
            id: code

            modules: panel.viewer.modules
            most: panel.wide ? Theme.space(46) : Math.max(panel.least, Math.min(panel.width - 2 * Theme.inset, panel.room - words.implicitHeight - panel.margins))
            payload: panel.viewer.payload
        }
    }

    Column {
        id: words

        anchors.left: panel.wide ? frame.right : parent.left
        anchors.leftMargin: Theme.inset
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.top: panel.wide ? parent.top : frame.bottom
        anchors.topMargin: panel.wide ? Math.max(Theme.inset, (panel.height - implicitHeight) / 2) : Theme.space(2)
        spacing: Theme.space(1.5)

        Label {
            id: title

            font.weight: Theme.heavy
            horizontalAlignment: panel.wide ? Text.AlignLeft : Text.AlignHCenter
            lineHeight: Theme.titleLineHeight
            size: Theme.cardTitle
            text: panel.viewer.title
            width: parent.width
        }

        Label {
            id: hint

            color: Theme.muted
            horizontalAlignment: panel.wide ? Text.AlignLeft : Text.AlignHCenter
            size: Theme.small
            text: Translations.text("screens.event.scan")
            visible: panel.wide || panel.viewer.position === "" && !panel.tight
            width: parent.width
        }

        Label {
            id: host

            font.weight: Theme.strong
            horizontalAlignment: panel.wide ? Text.AlignLeft : Text.AlignHCenter
            size: Theme.small
            text: panel.viewer.host
            visible: text !== ""
            width: parent.width
        }

        // Who answers is whole among the facts.
        Label {
            id: note

            color: Theme.muted
            elide: Text.ElideRight
            horizontalAlignment: panel.wide ? Text.AlignLeft : Text.AlignHCenter
            maximumLineCount: panel.wide ? 3 : 2
            size: Theme.small
            text: panel.viewer.note
            visible: text !== "" && !panel.tight
            width: parent.width
        }

        // Takes the place of the line about the camera, so that the code stays as coarse.
        CodePager {
            viewer: panel.viewer
            x: panel.wide ? 0 : (parent.width - width) / 2
        }

        Item {
            height: tabs.y + tabs.height
            visible: choices.count > 1
            width: parent.width

            Flow {
                id: tabs

                spacing: Theme.gap
                width: parent.width
                x: panel.wide ? 0 : Math.max(0, Math.floor((parent.width - implicitWidth) / 2))
                y: Theme.space(0.5)

                Repeater {
                    id: choices

                    model: panel.viewer.tabs

                    delegate: PillButton {
                        required property string kind

                        required label
                        chosen: panel.viewer.kind === kind
                        objectName: "code-" + kind
                        radius: Theme.radiusButton

                        onTapped: panel.viewer.select(kind)
                    }
                }
            }
        }
    }
}
