pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The coming dates of an event that has several; a touch shows the codes of that date.
Column {
    id: root

    required property EventPage page
    readonly property int count: chips.count

    spacing: Theme.space(1.5)

    Label {
        font.weight: Theme.strong
        size: Theme.body
        text: Translations.text("screens.event.dates")
        width: parent.width
    }

    Flow {
        spacing: Theme.gap
        width: parent.width

        Repeater {
            id: chips

            model: root.page.dates

            delegate: DateChip {
                required property string edtf

                objectName: "date-" + edtf

                onTapped: root.page.selectDate(edtf)
            }
        }

        PillButton {
            implicitHeight: Theme.touch + Theme.space(2)
            label: Translations.text("screens.event.more_dates")
            objectName: "more-dates"
            once: true
            radius: Theme.radiusButton
            visible: root.page.hasMoreDates

            onTapped: root.page.showAllDates()
        }
    }
}
