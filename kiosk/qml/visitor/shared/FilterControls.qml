pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The filters above a list: the kinds, below them the choices of the open one, each with its number of events.
Column {
    id: filters

    required property FilterBar bar
    default property alias others: kinds.data

    spacing: Theme.gutter

    Flow {
        id: kinds

        spacing: Theme.gap
        width: parent.width

        Repeater {
            model: filters.bar.kinds

            delegate: PillButton {
                required property string kind
                required property bool hasChoices
                required property bool isOpen

                required chosen
                required label

                edge: isOpen ? Theme.accent : chosen ? Theme.ink : Theme.line
                icon: !hasChoices ? "" : isOpen ? "bold/arrow-up" : "bold/arrow-down"
                iconLast: true
                objectName: "filter-" + kind
                once: true

                onTapped: filters.bar.toggleKind(kind)
            }
        }

        PillButton {
            icon: "bold/x"
            label: Translations.text("screens.filter.clear")
            objectName: "filter-clear"
            once: true
            visible: filters.bar.isFiltered

            onTapped: filters.bar.clear()
        }
    }

    Flow {
        spacing: Theme.gap
        visible: choices.count > 0
        width: parent.width

        Repeater {
            id: choices

            model: filters.bar.choices

            delegate: PillButton {
                required property string value

                required chosen
                required label

                objectName: "choice-" + value
                once: true

                onTapped: filters.bar.toggleChoice(value)
            }
        }
    }

    Label {
        color: Theme.muted
        objectName: "left"
        text: filters.bar.countText
        visible: filters.bar.isFiltered
        width: parent.width
    }
}
