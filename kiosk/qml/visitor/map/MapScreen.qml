import QtQuick
import QtQuick.Layouts
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.qml.visitor.shared
import kiosk.viewmodels

// The map page: places with events on a map, and the same as lists beside or below it.
Item {
    id: screen

    required property MapPage page
    required property Shell shell

    GridLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.top
        columnSpacing: Theme.gutter
        columns: Theme.portrait ? 1 : 2
        rowSpacing: Theme.space(2)

        TopBar {
            Layout.columnSpan: parent.columns
            Layout.fillWidth: true
            shell: screen.shell
        }

        Column {
            Layout.column: 0
            Layout.fillWidth: true
            Layout.row: 1

            Label {
                font.weight: Theme.heavy
                lineHeight: Theme.titleLineHeight
                size: Theme.tile
                text: Translations.text("screens.map.title")
                width: parent.width
            }

            Label {
                color: Theme.muted
                text: Translations.text("screens.map.hint")
                width: parent.width
            }
        }

        CityMap {
            Layout.column: 0
            Layout.bottomMargin: Theme.portrait ? 0 : Theme.gap
            Layout.fillHeight: !Theme.portrait
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.portrait ? Theme.space(74) : 0
            Layout.row: 2
            page: screen.page

            onOpened: pin => {
                const place = screen.page.selectPin(pin);
                if (place)
                    screen.shell.openPlace(place);
            }
        }

        Scroller {
            id: scroller

            Layout.column: Theme.portrait ? 0 : 1
            Layout.fillHeight: true
            Layout.fillWidth: Theme.portrait
            Layout.leftMargin: -edge
            Layout.preferredWidth: Theme.portrait ? 0 : Theme.space(Theme.narrow ? 54 : 68) + 2 * edge
            Layout.rightMargin: -edge
            Layout.row: Theme.portrait ? 3 : 1
            Layout.rowSpan: Theme.portrait ? 1 : 2
            beside: false
            edge: Theme.outline
            hasMore: screen.page.hasMore

            onMoreRequested: screen.page.showMore()

            Column {
                id: lists

                spacing: Theme.gutter
                width: parent.width

                PillButton {
                    icon: "bold/arrow-left"
                    label: Translations.text("screens.map.all")
                    objectName: "all-places"
                    visible: screen.page.isFiltered

                    onTapped: screen.page.showAll()
                }

                MapList {
                    kind: "place"
                    rows: screen.page.cities
                    title: Translations.text("screens.map.cities")
                    width: parent.width

                    onOpened: targetId => screen.shell.openPlace(targetId)
                }

                MapList {
                    icon: "bold/path"
                    kind: "route"
                    rows: screen.page.routes
                    title: Translations.text("screens.map.routes")
                    width: parent.width

                    onOpened: targetId => screen.shell.openEvent(targetId)
                }

                MapList {
                    icon: "bold/globe"
                    kind: "place"
                    rows: screen.page.elsewhere
                    title: Translations.text("screens.map.elsewhere")
                    width: parent.width

                    onOpened: targetId => screen.shell.openPlace(targetId)
                }
            }

            Settled {
                id: settled

                layout: lists
                wanted: scroller.room(lists.height)
            }

            MoreEvents {
                columns: Theme.portrait ? 2 : 1
                events: screen.page.nextEvents
                room: settled.value
                title: Translations.text("screens.home.coming_up")
                width: parent.width

                onOpened: eventId => screen.shell.openEvent(eventId)
            }
        }
    }

    Connections {
        function onContentReplaced(): void {
            scroller.toTop();
        }

        target: screen.page
    }
}
