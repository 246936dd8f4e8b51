import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The card that prints the page beside the kiosk, or saves it on the stick.
SettingCard {
    id: card

    required property Models.GuideCard guide

    icon: "bold/printer"
    note: card.guide.note
    title: Translations.text("operating.card.title")

    Label {
        color: card.guide.hasFailed ? Theme.bad : Theme.muted
        font.weight: Theme.control
        objectName: "guide-line"
        size: Theme.small
        text: card.guide.message
        visible: text !== ""
        width: parent.width
    }

    Flow {
        spacing: Theme.gap
        width: parent.width

        StaffButton {
            enabled: card.guide.canPrint
            icon: "bold/printer"
            label: Translations.text("health.page.print")
            objectName: "guide-print"
            opacity: enabled ? 1 : 0.35

            onTapped: card.guide.print()
        }

        StaffButton {
            enabled: card.guide.canSave
            icon: "bold/floppy-disk"
            label: Translations.text("health.page.save")
            objectName: "guide-save"
            opacity: enabled ? 1 : 0.35
            visible: card.guide.hasStick

            onTapped: card.guide.save()
        }

        StaffButton {
            icon: "bold/x"
            label: Translations.text("staff.cancel")
            objectName: "guide-cancel"
            visible: card.guide.job.isRunning

            onTapped: card.guide.job.cancel()
        }
    }
}
