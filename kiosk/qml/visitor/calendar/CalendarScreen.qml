import QtQuick
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.viewmodels

// A month, and beside it (below it in portrait) the agenda of the selected day.
Item {
    id: screen

    required property CalendarPage page
    required property Shell shell

    BackButton {
        id: back

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.top
        edge: Theme.line
        objectName: "back"

        onTapped: screen.shell.back()
    }

    LanguageSwitch {
        id: languages

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: back.top
        shell: screen.shell
    }

    MonthPanel {
        id: month

        anchors.left: back.left
        anchors.right: Theme.portrait ? languages.right : agenda.left
        anchors.rightMargin: Theme.portrait ? 0 : Theme.gutter
        anchors.top: Theme.portrait ? back.bottom : back.top
        anchors.topMargin: Theme.portrait ? Theme.gap : 0
        height: Theme.portrait ? Theme.space(120) : screen.height - Theme.top - Theme.space(3)
        indent: Theme.portrait ? 0 : Math.ceil(back.width) + Theme.gap
        page: screen.page
    }

    AgendaPanel {
        id: agenda

        anchors.bottom: parent.bottom
        anchors.right: languages.right
        anchors.top: Theme.portrait ? month.bottom : languages.bottom
        anchors.topMargin: Theme.portrait ? Theme.space(3) : Theme.gutter
        page: screen.page
        width: Theme.panelWidth

        onOpened: eventId => screen.shell.openEvent(eventId)
    }
}
