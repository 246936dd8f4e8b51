import QtQuick
import kiosk.qml.theme
import kiosk.viewmodels

// The ways in, at the foot of every page.
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
            label: Say.text("screens.nav.home")
            chosen: dock.shell.page === "home"
            objectName: "dock-home"

            onTapped: dock.shell.goHome()
        }

        DockButton {
            icon: "bold/calendar-blank"
            label: Say.text("screens.nav.events")
            chosen: dock.shell.page === "theme" && dock.shell.themePage.themeId === ""
            objectName: "dock-events"

            onTapped: dock.shell.openTheme("")
        }

        DockButton {
            icon: "bold/calendar-dots"
            label: Say.text("screens.nav.calendar")
            chosen: dock.shell.page === "calendar"
            objectName: "dock-calendar"

            onTapped: dock.shell.open("calendar", "")
        }

        DockButton {
            icon: "bold/clock-counter-clockwise"
            label: Say.text("screens.nav.past")
            chosen: dock.shell.page === "past"
            objectName: "dock-past"

            onTapped: dock.shell.openPast()
        }
    }
}
