pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The page Month: what was held in a month, how many persons attended, how the screen was used.
Item {
    id: screen

    required property Models.MonthPage page

    AttendanceScreen {
        anchors.fill: parent
        pad: screen.page.pad
        visible: screen.page.pad.isOpen
    }

    Scroller {
        id: scroller

        anchors.bottom: buttons.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        hasMore: screen.page.hasMore
        visible: !screen.page.pad.isOpen

        onMoreRequested: screen.page.showMore()

        Label {
            font.weight: Theme.heavy
            lineHeight: Theme.titleLineHeight
            objectName: "month-name"
            size: Theme.title
            text: screen.page.month
            width: parent.width

            onTextChanged: scroller.toTop()
        }

        Flow {
            spacing: Theme.gap
            width: parent.width

            PillButton {
                icon: "bold/arrow-left"
                label: screen.page.before
                objectName: "month-before"
                radius: Theme.radiusButton
                repeats: true
                visible: screen.page.before !== ""

                onTapped: screen.page.shift(-1)
            }

            PillButton {
                icon: "bold/arrow-right"
                iconLast: true
                label: screen.page.after
                objectName: "month-after"
                radius: Theme.radiusButton
                repeats: true
                visible: screen.page.after !== ""

                onTapped: screen.page.shift(1)
            }
        }

        Label {
            color: screen.page.problem ? Theme.bad : Theme.moved
            font.weight: Theme.control
            objectName: "month-trouble"
            text: screen.page.problem || screen.page.notes
            visible: text !== ""
            width: parent.width
        }

        NumberGrid {
            numbers: screen.page.totals
            visible: screen.page.knowsCorner
            width: parent.width
        }

        Column {
            visible: screen.page.knowsCorner
            width: parent.width

            Label {
                bottomPadding: Theme.gap
                font.weight: Theme.heavy
                size: Theme.panel
                text: Translations.text("month.programmes")
                visible: programmes.count > 0
                width: parent.width
            }

            Repeater {
                id: programmes

                model: screen.page.programmes

                delegate: ProgrammeLine {
                    required property int index

                    objectName: "held-" + index
                    width: parent?.width ?? 0

                    onChosen: screen.page.choose(index)
                }
            }

            StaffButton {
                icon: "bold/arrow-down"
                label: screen.page.moreText
                objectName: "month-rest"
                visible: screen.page.hasMore

                onTapped: screen.page.showMore()
            }

            Label {
                color: Theme.muted
                objectName: "month-empty"
                text: Translations.text("month.empty")
                visible: programmes.count === 0
                width: parent.width
            }
        }

        ThemeTable {
            rows: screen.page.themes
            visible: programmes.count > 0
            width: parent.width
        }

        Label {
            font.weight: Theme.heavy
            size: Theme.panel
            text: Translations.text("month.use")
            visible: screen.page.isRead
            width: parent.width
        }

        NumberGrid {
            numbers: screen.page.use
            visible: screen.page.isRead
            width: parent.width
        }

        Repeater {
            model: ["month.use.note", "month.definition", "month.privacy"]

            delegate: Label {
                required property string modelData

                color: Theme.muted
                size: Theme.small
                text: Translations.text(modelData)
                width: parent?.width ?? 0
            }
        }
    }

    SaveBar {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        failed: screen.page.hasFailed
        message: screen.page.message
        offered: screen.page.canSave
        visible: !screen.page.pad.isOpen

        onChosen: format => screen.page.save(format)
    }
}
