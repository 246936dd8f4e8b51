pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import kiosk.qml.theme
import kiosk.viewmodels

// The home page: what leads today on the poster, what else is on, and the doors to themes and first choices.
Item {
    id: screen

    required property HomePage page
    required property Shell shell
    readonly property int slots: Theme.narrow ? 3 : 6

    function doorItems(): list<Door> {
        return Array.from({
            length: doors.count
        }, (_, index) => doors.itemAt(index) as Door).filter(door => door);
    }

    Component.onCompleted: page.fitDoors(slots)
    onSlotsChanged: page.fitDoors(slots)

    ColumnLayout {
        anchors.fill: parent
        anchors.bottomMargin: Theme.gutter
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.top
        spacing: Theme.space(3)

        HomeHeader {
            Layout.fillWidth: true
            page: screen.page
            shell: screen.shell
        }

        GridLayout {
            id: upper

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.topMargin: Theme.space(0.5)
            columnSpacing: Theme.gutter
            columns: Theme.portrait ? 1 : 2
            rowSpacing: Theme.space(3)

            Poster {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.minimumHeight: Theme.px(400)
                Layout.preferredHeight: Theme.px(584)
                Layout.preferredWidth: Theme.px(Theme.narrow ? 610 : 1024)
                content: screen.page.poster
                objectName: content.eventId ? "lead-" + content.eventId : ""

                onTapped: screen.shell.openEvent(content.eventId)
            }

            Board {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.px(584)
                Layout.preferredWidth: Theme.px(Theme.narrow ? 596 : 720)
                page: screen.page
                visible: hasContent

                onAllOpened: screen.shell.open("choice", "today")
                onOpened: eventId => screen.shell.openEvent(eventId)
            }
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.gap
            columns: Theme.portrait || Theme.narrow || screen.page.hasStrongDoors ? 3 : 6
            rowSpacing: Theme.gap
            uniformCellWidths: true

            Repeater {
                id: doors

                readonly property int step: Math.max(0, ...screen.doorItems().map(door => door.fittingStep))
                readonly property real titleHeight: Math.max(0, ...screen.doorItems().map(door => door.neededHeight))

                model: screen.page.doors

                delegate: Door {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.px(!Theme.portrait ? 152 : strong ? 288 : 136)
                    Layout.preferredWidth: 1
                    objectName: kind === "more" ? "doors-more" : `${kind}-${target}`
                    step: doors.step
                    strong: screen.page.hasStrongDoors
                    titleHeight: doors.titleHeight

                    onTapped: {
                        if (kind === "theme")
                            screen.shell.openTheme(target);
                        else if (kind === "choice")
                            screen.shell.open("choice", target);
                        else
                            screen.page.turnDoors();
                    }
                }
            }
        }
    }
}
