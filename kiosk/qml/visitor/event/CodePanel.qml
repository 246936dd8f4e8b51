pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.qml.visitor.shared
import kiosk.viewmodels

// The codes of an event: one is shown, tabs select the others.
Rectangle {
    id: panel

    required property EventPage page
    property int room: Theme.space(90)
    readonly property bool wide: Theme.portrait

    signal enlarged

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: (wide ? Math.max(frame.height, words.implicitHeight) : frame.height + words.implicitHeight + Theme.space(3)) + 2 * Theme.inset
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
        enabled: panel.page.codeModules > 0
        height: code.visible ? code.side : Theme.space(26)
        label: Translations.text("screens.event.enlarge")
        once: true
        width: code.visible ? code.side : Theme.space(26)

        onTapped: panel.enlarged()

        QrCode {
            id: code

            modules: panel.page.codeModules
            most: panel.wide ? Theme.space(46) : Math.max(Theme.space(32), Math.min(panel.width - 2 * Theme.inset, panel.room - words.implicitHeight - Theme.space(3) - 2 * Theme.inset))
            payload: panel.page.codePayload
        }

        Icon {
            anchors.centerIn: parent
            colour: Theme.muted
            name: "bold/chat-circle-dots"
            side: Theme.space(16)
            visible: !code.visible
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
            font.weight: Theme.heavy
            horizontalAlignment: panel.wide ? Text.AlignLeft : Text.AlignHCenter
            lineHeight: Theme.titleLineHeight
            size: Theme.cardTitle
            text: panel.page.codeTitle || Translations.text("screens.event.contact_title")
            width: parent.width
        }

        Label {
            color: Theme.muted
            horizontalAlignment: panel.wide ? Text.AlignLeft : Text.AlignHCenter
            size: Theme.small
            text: panel.page.codeModules > 0 ? Translations.text("screens.event.scan") : Translations.text("screens.event.no_code")
            width: parent.width
        }

        Label {
            font.weight: Theme.strong
            horizontalAlignment: panel.wide ? Text.AlignLeft : Text.AlignHCenter
            size: Theme.small
            text: panel.page.codeHost
            visible: text !== ""
            width: parent.width
        }

        Label {
            color: Theme.muted
            horizontalAlignment: panel.wide ? Text.AlignLeft : Text.AlignHCenter
            size: Theme.small
            text: panel.page.codeNote
            visible: text !== ""
            width: parent.width
        }

        Item {
            height: Theme.space(0.5)
            visible: choices.count > 1
            width: parent.width
        }

        Item {
            height: tabs.height
            visible: choices.count > 1
            width: parent.width

            Flow {
                id: tabs

                spacing: Theme.gap
                width: parent.width
                x: panel.wide ? 0 : Math.max(0, Math.floor((parent.width - childrenRect.width) / 2))

                Repeater {
                    id: choices

                    model: panel.page.codes

                    delegate: PillButton {
                        required property string kind

                        required label
                        chosen: panel.page.codeKind === kind
                        objectName: "code-" + kind
                        radius: Theme.radiusButton

                        onTapped: panel.page.selectCode(kind)
                    }
                }
            }
        }
    }
}
