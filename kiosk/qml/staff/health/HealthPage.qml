pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The page Health: the result of every health check, the worst first.
Item {
    id: screen

    required property Models.HealthPage page

    Scroller {
        anchors.bottom: buttons.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        Label {
            font.weight: Theme.heavy
            lineHeight: Theme.titleLineHeight
            size: Theme.title
            text: Translations.text("staff.page.health")
            width: parent.width
        }

        Label {
            color: Theme.muted
            objectName: "health-line"
            text: screen.page.message
            width: parent.width
        }

        Label {
            font.weight: Theme.strong
            objectName: "technician"
            text: screen.page.technician
            visible: text !== ""
            width: parent.width
        }

        Column {
            width: parent.width

            Repeater {
                model: screen.page.checks

                delegate: CheckCard {
                    width: parent?.width ?? 0
                }
            }
        }

        Label {
            font.weight: Theme.strong
            text: Translations.text("health.log.title")
            visible: screen.page.log !== ""
            width: parent.width
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: screen.page.log
            visible: text !== ""
            width: parent.width
        }
    }

    Rectangle {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.card
        height: Math.max(Theme.dock, actions.implicitHeight + 2 * Theme.gap)

        Column {
            id: actions

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            Label {
                objectName: "health-note"
                size: Theme.small
                text: screen.page.note
                visible: text !== ""
                width: parent.width
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            }

            Flow {
                layoutDirection: Qt.RightToLeft
                spacing: Theme.gap
                width: parent.width

                StaffButton {
                    enabled: !screen.page.isRunning
                    icon: "bold/arrow-counter-clockwise"
                    label: Translations.text("health.page.again")
                    objectName: "health-again"
                    opacity: enabled ? 1 : 0.35

                    onTapped: screen.page.runAgain()
                }

                StaffButton {
                    icon: "bold/floppy-disk"
                    label: Translations.text("health.page.save")
                    objectName: "health-save"
                    visible: screen.page.canSave

                    onTapped: screen.page.save()
                }

                StaffButton {
                    icon: "bold/package"
                    label: Translations.text("support.save")
                    objectName: "health-bundle"
                    visible: screen.page.canSave

                    onTapped: screen.page.saveBundle()
                }

                StaffButton {
                    icon: "bold/printer"
                    label: Translations.text("health.page.print")
                    objectName: "health-print"
                    visible: screen.page.canPrint

                    onTapped: screen.page.print()
                }
            }
        }
    }
}
