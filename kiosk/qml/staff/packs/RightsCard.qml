pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels

// What the publisher asks for: each right as it is today, beside what is asked for.
Rectangle {
    id: card

    required property RightsRequest request
    readonly property real half: (column.width - Theme.gutter) / 2

    border.color: Theme.moved
    border.width: Theme.outline
    color: Theme.card
    implicitHeight: column.implicitHeight + 2 * Theme.inset
    radius: Theme.radiusCard

    Column {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.inset
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.gap

        Label {
            font.weight: Theme.strong
            objectName: "rights-headline"
            text: card.request.headline
            width: parent.width
        }

        Repeater {
            model: card.request.rows

            delegate: Column {
                id: right

                required property string label
                required property string today
                required property string wanted

                width: column.width

                Label {
                    font.weight: Theme.strong
                    size: Theme.small
                    text: right.label
                    width: parent.width
                }

                Row {
                    spacing: Theme.gutter
                    width: parent.width

                    Label {
                        color: Theme.muted
                        size: Theme.small
                        text: right.today
                        width: card.half
                        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    }

                    Label {
                        color: Theme.moved
                        font.weight: Theme.strong
                        size: Theme.small
                        text: right.wanted
                        width: card.half
                        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    }
                }
            }
        }

        Label {
            objectName: "rights-note"
            text: card.request.note
            width: parent.width
        }

        Flow {
            spacing: Theme.gutter
            width: parent.width

            StaffButton {
                enabled: !card.request.isBusy
                label: Translations.text("staff.rights.not_now")
                objectName: "rights-not-now"

                onTapped: card.request.dismiss()
            }

            StaffButton {
                enabled: !card.request.isBusy
                label: Translations.text("staff.rights.allow")
                objectName: "rights-allow"

                onTapped: card.request.allow()
            }
        }
    }
}
