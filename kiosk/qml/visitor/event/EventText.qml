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

    spacing: Theme.space(3)

    GridLayout {
        columnSpacing: Theme.gap
        columns: Theme.portrait || Theme.narrow ? 1 : facts.count === 4 || width < Theme.px(1000) ? 2 : 3
        rowSpacing: Theme.gap
        uniformCellWidths: true
        width: parent.width

        Repeater {
            id: facts

            model: root.page.facts

            delegate: FactCard {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                colour: root.page.colour
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
        text: root.page.sourceText
        visible: text !== ""
        width: parent.width
    }
}
