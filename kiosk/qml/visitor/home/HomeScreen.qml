pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import kiosk.qml.components
import kiosk.qml.frame
import kiosk.qml.theme
import kiosk.qml.visitor.shared
import kiosk.viewmodels

// The home page: three themes, upcoming events, the date of the programme.
Item {
    id: screen

    required property HomePage page
    required property Shell shell
    readonly property int visibleCards: Theme.narrow ? 2 : 4

    ColumnLayout {
        anchors.fill: parent
        anchors.bottomMargin: Theme.space(3)
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.space(4)
        spacing: Theme.space(2.5)

        TopBar {
            Layout.fillWidth: true
            shell: screen.shell
        }

        Label {
            Layout.fillWidth: true
            Layout.topMargin: Theme.portrait ? Theme.space(2) : 0
            font.weight: Theme.heavy
            lineHeight: Theme.titleLineHeight
            size: Theme.title
            text: Translations.text("screens.home.greeting")
        }

        Label {
            Layout.fillWidth: true
            color: Theme.muted
            size: Theme.body
            text: screen.page.title + " — " + screen.page.tagline
        }

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.topMargin: Theme.space(1)
            columnSpacing: Theme.gutter
            columns: Theme.portrait ? 1 : Math.min(3, tiles.count)
            rowSpacing: Theme.gutter
            uniformCellHeights: true
            uniformCellWidths: true

            Repeater {
                id: tiles

                model: screen.page.themes

                delegate: ThemeTile {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: implicitHeight
                    Layout.preferredWidth: 1
                    objectName: "theme-" + themeId

                    onTapped: screen.shell.openTheme(themeId)
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space(1)
            spacing: Theme.gutter

            Label {
                font.weight: Theme.heavy
                size: Theme.cardTitle
                text: Translations.text("screens.home.coming_up")
            }

            Label {
                Layout.fillWidth: true
                color: Theme.muted
                horizontalAlignment: Text.AlignRight
                size: Theme.small
                text: screen.page.updated
            }
        }

        Label {
            Layout.fillWidth: true
            color: Theme.muted
            text: Translations.text("screens.home.nothing")
            visible: upcoming.count === 0
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.gutter
            columns: Theme.portrait ? 2 : screen.visibleCards
            rowSpacing: Theme.gutter
            uniformCellWidths: true

            Repeater {
                id: upcoming

                model: screen.page.upcoming

                delegate: UpcomingCard {
                    required property int index

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: implicitHeight
                    Layout.preferredWidth: 1
                    objectName: "coming-" + eventId
                    visible: index < screen.visibleCards

                    onTapped: screen.shell.openEvent(eventId)
                }
            }
        }
    }
}
