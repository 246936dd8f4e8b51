pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.qml.visitor.shared
import kiosk.viewmodels

// The facts and texts of one event.
Column {
    id: root

    required property EventPage page
    property string hashtags: ""
    readonly property bool isWide: !Theme.portrait && !Theme.narrow

    spacing: Theme.space(3)

    // On a wide screen the facts are beside the photograph, else below it.
    GridLayout {
        columnSpacing: Theme.gap
        columns: root.isWide && photo.visible && root.page.picture ? 2 : 1
        rowSpacing: Theme.space(3)
        width: parent.width

        PhotoCard {
            id: photo

            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: root.page.picture !== ""
            Layout.preferredHeight: implicitHeight
            Layout.preferredWidth: root.page.picture ? root.width * (parent.columns === 2 ? 0.6 : 1) : implicitWidth
            page: root.page
            visible: root.page.mediaViewer.count > 0
        }

        GridLayout {
            id: grid

            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: root.width * (parent.columns === 2 ? 0.4 : 1)
            columnSpacing: Theme.gap
            columns: !root.isWide || parent.columns === 2 ? 1 : facts.count === 4 || root.width < Theme.px(1000) ? 2 : 3
            rowSpacing: Theme.gap
            uniformCellWidths: true

            Repeater {
                id: facts

                model: root.page.facts

                delegate: FactCard {
                    required property int index

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.rowSpan: grid.columns === 2 && facts.count === 3 && index === 0 ? 2 : 1
                    colour: root.page.colour
                }
            }
        }
    }

    DateChips {
        page: root.page
        visible: count > 0
        width: parent.width
    }

    Label {
        color: Theme.muted
        font.weight: Theme.control
        size: Theme.small
        text: root.page.languageNote
        visible: text !== ""
        width: parent.width
    }

    Label {
        font.weight: Theme.control
        size: Theme.cardTitle
        text: root.page.summary
        visible: text !== ""
        width: parent.width
    }

    PrintRow {
        label: Translations.text("flyers.visitor")
        printState: root.page.printState
        width: parent.width

        onRequested: root.page.print()
    }

    Label {
        size: Theme.body
        text: root.page.body
        visible: text !== ""
        width: parent.width
    }

    Repeater {
        model: root.page.moreFacts

        delegate: FactLine {
            colour: root.page.colour
            width: root.width
        }
    }

    Label {
        color: Theme.muted
        size: Theme.small
        text: root.hashtags
        visible: text !== ""
        width: parent.width
    }

    Label {
        color: Theme.muted
        size: Theme.small
        text: root.page.sourceText
        visible: text !== ""
        width: parent.width
    }
}
