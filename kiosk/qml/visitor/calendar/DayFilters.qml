pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The filters of a day: what is over of today, parts of the day, places; below them the choices of an open kind.
Column {
    id: filters

    required property Agenda agenda
    readonly property DayFilterBar bar: agenda.filters

    spacing: Theme.gutter
    visible: parts.count > 0 || kinds.count > 0 || agenda.earlierLabel !== ""

    Flow {
        spacing: Theme.gap
        width: parent.width

        PillButton {
            chosen: filters.agenda.showsEarlier
            icon: "bold/clock-counter-clockwise"
            label: filters.agenda.earlierLabel
            objectName: "earlier"
            once: true
            visible: label !== ""

            onTapped: filters.agenda.toggleEarlier()
        }

        Repeater {
            id: parts

            model: filters.bar.parts

            delegate: PillButton {
                required property string value

                required chosen
                required label

                objectName: "part-" + value
                once: true

                onTapped: filters.bar.togglePart(value)
            }
        }

        Repeater {
            id: kinds

            model: filters.bar.kinds

            delegate: PillButton {
                required property string kind
                required property bool isOpen

                required chosen
                required label

                edge: isOpen ? Theme.accent : chosen ? Theme.ink : Theme.line
                icon: chosen ? "bold/x" : isOpen ? "bold/arrow-up" : "bold/arrow-down"
                iconLast: true
                objectName: "day-filter-" + kind
                once: true

                onTapped: filters.bar.toggleKind(kind)
            }
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

                objectName: "day-choice-" + value
                once: true

                onTapped: filters.bar.choose(value)
            }
        }
    }
}
