import QtQuick
import kiosk.qml.theme
import kiosk.viewmodels

// The buttons of the main pages, at the foot of every page.
Rectangle {
    id: dock

    required property Shell shell

    color: Theme.card
    implicitHeight: Theme.dock

    Rectangle {
        color: Theme.line
        height: Theme.hairline
        width: parent.width
    }

    Row {
        anchors.centerIn: parent
        spacing: Theme.gap

        DockButton {
            icon: "bold/house"
            label: Translations.text("screens.nav.home")
            chosen: dock.shell.page === "home"
            objectName: "dock-home"

            onTapped: dock.shell.goHome()
        }

        DockButton {
            icon: "bold/list-bullets"
            label: Translations.text("screens.nav.events")
            chosen: dock.shell.page === "theme" && dock.shell.themePage.themeId === ""
            objectName: "dock-events"

            onTapped: dock.shell.openTheme("")
        }

        DockButton {
            icon: "bold/calendar-dots"
            label: Translations.text("screens.nav.calendar")
            chosen: dock.shell.page === "calendar"
            objectName: "dock-calendar"

            onTapped: dock.shell.open("calendar", "")
        }

        DockButton {
            icon: "bold/map-trifold"
            label: Translations.text("screens.nav.map")
            chosen: dock.shell.page === "map"
            objectName: "dock-map"

            onTapped: dock.shell.open("map", "")
        }

        DockButton {
            icon: "bold/magnifying-glass"
            label: Translations.text("screens.nav.search")
            chosen: dock.shell.page === "search"
            objectName: "dock-search"

            onTapped: dock.shell.open("search", "")
        }

        DockButton {
            icon: "duotone/heart"
            label: Translations.text("screens.nav.tray")
            number: dock.shell.trayPage.marked.length
            chosen: dock.shell.page === "tray"
            objectName: "dock-tray"
            visible: number > 0

            onTapped: dock.shell.open("tray", "")
        }
    }
}
