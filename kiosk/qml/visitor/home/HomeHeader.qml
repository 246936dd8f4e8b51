pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.viewmodels

// The headline of the home page with the Corner, the date, the opening hours, the clock and the language switch. An upright
// screen has two rows of it, a nearly square one has the facts in a row of their own.
GridLayout {
    id: header

    required property HomePage page
    required property Shell shell
    readonly property string date: shell.packAvailable ? Translations.text("staff.notice") : page.dateText
    readonly property int markSide: Theme.space(Theme.portrait || Theme.narrow ? 11 : 12)

    columnSpacing: Theme.space(2.5)
    columns: 4
    rowSpacing: Theme.space(Theme.narrow ? 0.5 : 2.5)

    Image {
        Layout.preferredHeight: header.markSide
        Layout.preferredWidth: header.markSide
        source: `image://mark/?width=${header.markSide}&height=${header.markSide}&radius=${Theme.radiusButton}`
    }

    HomeFacts {
        Layout.column: 1
        Layout.fillWidth: true
        Layout.columnSpan: 2
        Layout.row: 0
        openingText: header.page.openingText
        strong: true
        text: header.shell.cornerName
        visible: Theme.portrait
    }

    RowLayout {
        Layout.column: Theme.portrait ? 0 : 1
        Layout.columnSpan: Theme.portrait ? 4 : 2
        Layout.fillWidth: true
        Layout.row: Theme.portrait ? 1 : 0
        spacing: header.columnSpacing

        Column {
            Layout.fillWidth: true
            spacing: Theme.space(0.5)

            FittedLabel {
                weight: Theme.heavy
                objectName: "headline"
                steps: Theme.narrow ? [Qt.size(44, 1), Qt.size(36, 2), Qt.size(28, 4), Qt.size(24, 20)] : [Qt.size(56, 1), Qt.size(46, 1), Qt.size(40, 2), Qt.size(32, 20)]
                text: header.page.title
                width: parent.width
            }

            HomeFacts {
                openingText: Theme.portrait ? "" : header.page.openingText
                text: Theme.portrait ? header.date : [header.shell.cornerName, header.date].filter(part => part).join(" · ")
                visible: !Theme.narrow
                width: parent.width
            }
        }

        Label {
            Layout.rightMargin: Theme.portrait ? 0 : Theme.space(2)
            font.weight: Theme.heavy
            objectName: "clock"
            size: Theme.narrow ? Theme.block : Theme.clock
            text: header.page.clock
            visible: text !== ""
            wrapMode: Text.NoWrap
        }
    }

    LanguageSwitch {
        Layout.alignment: Qt.AlignRight | Qt.AlignTop
        Layout.column: 3
        Layout.row: 0
        shell: header.shell
    }

    HomeFacts {
        Layout.column: 0
        Layout.fillWidth: true
        Layout.columnSpan: 4
        Layout.row: 1
        openingText: header.page.openingText
        text: [header.shell.cornerName, header.date].filter(part => part).join(" · ")
        visible: Theme.narrow
    }
}
