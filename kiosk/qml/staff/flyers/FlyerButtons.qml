import QtQuick
import QtQuick.Layouts
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The message of the flyer job, the number of copies, and the buttons that print, save and cancel.
ColumnLayout {
    id: bar

    required property Models.FlyersPage page

    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        color: bar.page.job.hasFailed ? Theme.bad : Theme.muted
        font.weight: Theme.control
        objectName: "flyer-line"
        room: bar.width
        size: Theme.small
        text: bar.page.job.message !== "" ? bar.page.job.message : Translations.text(bar.page.canSave ? "flyers.line.stick" : "flyers.line")
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        StaffButton {
            icon: "bold/minus"
            label: Translations.text("flyers.fewer")
            objectName: "fewer"
            once: false
            repeats: true
            wordless: true

            onTapped: bar.page.addCopies(-1)
        }

        Label {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            font.weight: Theme.strong
            horizontalAlignment: Text.AlignHCenter
            text: bar.page.copies
            wrapMode: Text.NoWrap
        }

        StaffButton {
            icon: "bold/plus"
            label: Translations.text("flyers.more")
            objectName: "more"
            once: false
            repeats: true
            wordless: true

            onTapped: bar.page.addCopies(1)
        }
    }

    StaffButton {
        Layout.fillWidth: true
        enabled: bar.page.canPrint
        icon: "bold/printer"
        label: Translations.text("flyers.print")
        main: true
        objectName: "print"
        opacity: enabled ? 1 : 0.35

        onTapped: bar.page.print()
    }

    StaffButton {
        Layout.fillWidth: true
        enabled: bar.page.canSave
        icon: "bold/floppy-disk"
        label: Translations.text("flyers.save")
        objectName: "save"
        opacity: enabled ? 1 : 0.35
        visible: bar.page.hasStick && !bar.page.job.isRunning

        onTapped: bar.page.save()
    }

    StaffButton {
        Layout.fillWidth: true
        icon: "bold/x"
        label: Translations.text("staff.cancel")
        objectName: "cancel"
        visible: bar.page.job.isRunning

        onTapped: bar.page.job.cancel()
    }
}
