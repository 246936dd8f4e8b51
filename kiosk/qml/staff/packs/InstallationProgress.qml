import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels

// The progress of an install or rollback, and its outcome.
Column {
    id: progress

    required property PacksPage page
    readonly property Installation installation: page.installation

    spacing: Theme.gutter

    Icon {
        colour: progress.installation.hasSucceeded ? Theme.good : Theme.bad
        name: progress.installation.hasSucceeded ? "bold/check-circle" : "bold/warning"
        side: Theme.iconLarge
        visible: !progress.installation.isRunning
    }

    Label {
        font.weight: Theme.heavy
        objectName: "outcome"
        size: Theme.panel
        text: progress.installation.isRunning ? progress.installation.step : progress.installation.headline
        width: parent.width
    }

    Rectangle {
        color: Theme.line
        height: Theme.space(3)
        radius: height / 2
        visible: progress.installation.isRunning
        width: parent.width

        Rectangle {
            color: Theme.good
            height: parent.height
            radius: height / 2
            width: Math.max(height, parent.width * progress.installation.progress)
        }
    }

    Label {
        color: Theme.muted
        text: progress.installation.isRunning ? progress.installation.amount : progress.installation.detail
        visible: text !== ""
        width: parent.width
    }

    Label {
        color: Theme.moved
        text: progress.installation.warning
        visible: text !== "" && !progress.installation.isRunning
        width: parent.width
    }

    SettingCard {
        icon: "bold/printer"
        note: Translations.text("flyers.wall.note")
        title: progress.installation.wrongFlyers
        visible: title !== "" && !progress.installation.isRunning
        width: parent.width

        StaffButton {
            label: Translations.text("staff.wrong_flyers")
            objectName: "wrong-flyers"

            onTapped: progress.page.openFlyers()
        }
    }
}
