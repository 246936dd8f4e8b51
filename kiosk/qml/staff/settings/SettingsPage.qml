pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The page Settings: the settings staff may choose, a new PIN, and the facts about the setup.
Item {
    id: screen

    required property Models.SettingsPage page

    Scroller {
        id: scroller

        anchors.bottom: problemBar.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        Label {
            font.weight: Theme.heavy
            lineHeight: Theme.titleLineHeight
            size: Theme.title
            text: Translations.text("staff.page.settings")
            width: parent.width
        }

        SettingCard {
            icon: "bold/translate"
            note: Translations.text("choices.language.note")
            title: Translations.text("choices.language.title")
            width: parent.width

            OptionGrid {
                options: screen.page.languages
                width: parent.width

                onSelected: value => screen.page.choose("language", value)
            }
        }

        SettingCard {
            icon: "bold/hourglass"
            note: Translations.text("choices.idle.note")
            title: Translations.text("choices.idle.title")
            width: parent.width

            OptionGrid {
                options: screen.page.idleTimes
                width: parent.width

                onSelected: value => screen.page.choose("idle_seconds", value)
            }
        }

        SettingCard {
            icon: "bold/network"
            note: Translations.text("choices.share.note")
            title: Translations.text("choices.share.title")
            visible: screen.page.hasShare
            width: parent.width

            OptionGrid {
                options: screen.page.shareInstalls
                width: parent.width

                onSelected: value => screen.page.choose("share_install", value)
            }
        }

        SettingCard {
            icon: "bold/printer"
            note: Translations.text("choices.visitors.note")
            title: Translations.text("choices.visitors.title")
            width: parent.width

            OptionGrid {
                options: screen.page.visitorPrints
                width: parent.width

                onSelected: value => screen.page.choose("visitor_prints", value)
            }
        }

        SettingCard {
            icon: "bold/speaker-high"
            note: Translations.text("choices.volume.note")
            title: Translations.text("choices.volume.title")
            visible: screen.page.hasPlayer
            width: parent.width

            OptionGrid {
                options: screen.page.volumes
                width: parent.width

                onSelected: value => screen.page.choose("volume", value)
            }
        }

        HoursCard {
            week: screen.page.weekEditor
            width: parent.width
        }

        TechnicianCard {
            technician: screen.page.technician
            width: parent.width

            onEditingChanged: Qt.callLater(scroller.reveal, this)
        }

        GuideCard {
            guide: screen.page.guide
            width: parent.width
        }

        PowerCard {
            power: screen.page.power
            width: parent.width

            onAskingChanged: Qt.callLater(scroller.reveal, this)
        }

        PinCard {
            page: screen.page
            width: parent.width
        }

        SettingCard {
            icon: "bold/arrow-counter-clockwise"
            note: Translations.text(screen.page.hasChoices ? "choices.reset.note" : "choices.reset.none")
            title: Translations.text("choices.reset.title")
            width: parent.width

            StaffButton {
                enabled: screen.page.hasChoices
                label: Translations.text("choices.reset")
                objectName: "reset"
                opacity: enabled ? 1 : 0.35

                onTapped: screen.page.reset()
            }
        }

        Label {
            font.weight: Theme.heavy
            size: Theme.panel
            text: Translations.text("choices.known")
            topPadding: Theme.gap
            width: parent.width
        }

        Column {
            width: parent.width

            Repeater {
                model: screen.page.setup

                delegate: SetupFact {
                    width: parent?.width ?? 0
                }
            }

            SetupFact {
                label: Translations.text("choices.known.screen")
                text: `${Theme.screenWidth} × ${Theme.screenHeight}`
                width: parent.width
            }
        }
    }

    Rectangle {
        id: problemBar

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.badTint
        height: visible ? problem.implicitHeight + 2 * Theme.space(3) : 0
        visible: problem.text !== ""

        Label {
            id: problem

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.bad
            font.weight: Theme.control
            objectName: "trouble"
            text: screen.page.problem
        }
    }
}
