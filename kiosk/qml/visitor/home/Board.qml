pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The board beside the poster: what else is on today and what comes next; each row opens its event.
Item {
    id: board

    required property HomePage page
    readonly property bool hasContent: rows.count > 0 || page.note !== ""

    signal opened(string eventId)
    signal allOpened

    implicitHeight: column.implicitHeight + 2 * Theme.space(2)

    Shadow {}

    Rectangle {
        anchors.fill: parent
        color: Theme.card
        radius: Theme.radiusTile
    }

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.space(2)
        anchors.leftMargin: Theme.space(3)
        anchors.rightMargin: Theme.space(3)
        spacing: 0

        Repeater {
            id: rows

            model: board.page.rows

            delegate: ColumnLayout {
                id: group

                required property int index
                required property string eventId
                required property string heading
                required property string tileTop
                required property string tileMain
                required property string title
                required property string line
                required property string flag
                required property string flagText
                required property string tint
                required property string letters

                Layout.fillHeight: true
                Layout.fillWidth: true
                spacing: 0

                Rectangle {
                    Layout.bottomMargin: Theme.px(7)
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.timeTile + Theme.space(3)
                    Layout.preferredHeight: Theme.hairline
                    Layout.topMargin: Theme.px(8)
                    color: Theme.line
                    visible: group.heading === "" && group.index > 0
                }

                Label {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.topMargin: Theme.space(0.5)
                    color: Theme.muted
                    font.weight: Theme.control
                    room: column.width
                    size: Theme.label
                    text: group.heading
                    visible: text !== ""
                }

                BoardRow {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.maximumHeight: Theme.space(18)
                    Layout.minimumHeight: Theme.touch
                    Layout.preferredHeight: Theme.space(14)
                    eventId: group.eventId
                    letters: group.letters
                    line: group.line
                    objectName: "coming-" + group.eventId
                    flag: group.flag
                    flagText: group.flagText
                    tileMain: group.tileMain
                    tileTop: group.tileTop
                    tint: group.tint
                    title: group.title

                    onTapped: board.opened(eventId)
                }
            }
        }

        Label {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
            room: column.width
            size: Theme.body
            text: board.page.note
            visible: text !== ""
        }

        PillButton {
            Layout.bottomMargin: Theme.space(1)
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            chosen: true
            icon: "bold/arrow-right"
            iconLast: true
            label: board.page.allToday
            objectName: "all-today"
            radius: Theme.radiusButton
            size: Theme.body
            visible: label !== ""

            onTapped: board.allOpened()
        }
    }
}
