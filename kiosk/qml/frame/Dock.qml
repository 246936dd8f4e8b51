import QtQuick
import kiosk.qml.theme
import kiosk.viewmodels

// The buttons of the main pages, at the foot of every page: six places that never move.
Rectangle {
    id: dock

    required property Shell shell
    readonly property ThemePage theme: shell.pageModel("theme") as ThemePage
    readonly property TrayPage tray: shell.pageModel("tray") as TrayPage

    color: Theme.card
    implicitHeight: Theme.dock

    Rectangle {
        color: Theme.line
        height: Theme.hairline
        width: parent.width
    }

    Row {
        id: places

        readonly property int place: Math.floor(Math.min(Theme.space(26), (dock.width - (children.length + 1) * spacing) / children.length))

        anchors.centerIn: parent
        spacing: Theme.gap

        DockButton {
            icon: "bold/house"
            label: Translations.text("screens.nav.home")
            chosen: dock.shell.page === "home"
            width: places.place
            objectName: "dock-home"

            onTapped: dock.shell.goHome()
        }

        DockButton {
            icon: "bold/list-bullets"
            label: Translations.text("screens.nav.events")
            chosen: dock.shell.page === "theme" && dock.theme.themeId === ""
            width: places.place
            objectName: "dock-events"

            onTapped: dock.shell.openTheme("")
        }

        DockButton {
            icon: "bold/calendar-dots"
            label: Translations.text("screens.nav.calendar")
            chosen: dock.shell.page === "calendar"
            width: places.place
            objectName: "dock-calendar"

            onTapped: dock.shell.open("calendar", "")
        }

        DockButton {
            icon: "bold/map-trifold"
            label: Translations.text("screens.nav.map")
            chosen: dock.shell.page === "map"
            width: places.place
            objectName: "dock-map"

            onTapped: dock.shell.open("map", "")
        }

        DockButton {
            icon: "bold/magnifying-glass"
            label: Translations.text("screens.nav.search")
            chosen: dock.shell.page === "search"
            width: places.place
            objectName: "dock-search"

            onTapped: dock.shell.open("search", "")
        }

        DockButton {
            icon: number > 0 ? "duotone/heart" : "bold/heart"
            label: Translations.text("screens.nav.tray")
            number: dock.tray.marked.length
            chosen: dock.shell.page === "tray"
            width: places.place
            objectName: "dock-tray"

            onTapped: dock.shell.open("tray", "")
        }
    }
}
