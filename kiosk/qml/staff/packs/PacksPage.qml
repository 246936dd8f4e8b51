pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// Event packs: what is plugged in, what it would change, and the button that installs it.
Item {
    id: screen

    required property Models.PacksPage page
    readonly property Models.Work work: page.work
    readonly property bool preview: page.state === "preview"
    readonly property bool returnable: work.before !== "" && !preview

    Scroller {
        anchors.bottom: buttons.visible ? buttons.top : parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        Row {
            spacing: Theme.gap
            visible: screen.page.place !== "" && screen.page.state !== "work"
            width: parent.width

            Icon {
                anchors.verticalCenter: place.verticalCenter
                colour: Theme.muted
                name: screen.page.onStick ? "bold/usb" : "bold/network"
                side: Theme.iconSmall
            }

            Label {
                id: place

                color: Theme.muted
                text: screen.page.place
                width: parent.width - Theme.iconSmall - Theme.gap
            }
        }

        Label {
            font.weight: Theme.heavy
            lineHeight: Theme.titleLineHeight
            objectName: "packs-title"
            size: Theme.title
            text: screen.preview ? screen.page.title : Translations.text("staff.page.packs")
            visible: screen.page.state !== "work"
            width: parent.width
        }

        Label {
            color: Theme.muted
            text: screen.page.shown
            visible: !screen.preview && screen.page.state !== "work"
            width: parent.width
        }

        Column {
            spacing: Theme.gap
            visible: offers.count > 1 || screen.page.state === "offers" || screen.page.state === "trouble"
            width: parent.width

            Repeater {
                id: offers

                model: screen.page.state === "work" ? null : screen.page.offers

                delegate: OfferCard {
                    required property int index
                    required property string title

                    label: title
                    objectName: "offer-" + index
                    width: parent?.width ?? 0

                    onTapped: screen.page.choose(index)
                }
            }
        }

        Label {
            font.weight: Theme.control
            objectName: "packs-line"
            text: screen.page.line
            visible: text !== ""
            width: parent.width
        }

        Loader {
            active: screen.preview
            visible: active
            width: parent.width

            sourceComponent: Preview {
                page: screen.page
            }
        }

        Loader {
            active: screen.page.state === "work"
            visible: active
            width: parent.width

            sourceComponent: Progress {
                work: screen.work
            }
        }
    }

    Rectangle {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.card
        height: Theme.dock
        visible: screen.page.state === "work" || (screen.preview && screen.page.wanted) || screen.returnable

        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            layoutDirection: Qt.RightToLeft
            spacing: Theme.gutter

            StaffButton {
                icon: "bold/download-simple"
                label: Translations.text("staff.install")
                main: true
                objectName: "install"
                visible: screen.preview && screen.page.wanted

                onTapped: screen.page.install()
            }

            StaffButton {
                enabled: !screen.work.cancelling
                icon: "bold/x"
                label: Translations.text("staff.cancel")
                objectName: "cancel"
                visible: screen.page.state === "work" && screen.work.running

                onTapped: screen.work.cancel()
            }

            StaffButton {
                label: Translations.text("staff.fine")
                main: true
                objectName: "fine"
                visible: screen.page.state === "work" && !screen.work.running

                onTapped: screen.work.dismiss()
            }

            StaffButton {
                icon: "bold/arrow-counter-clockwise"
                label: screen.work.before
                objectName: "go-back"
                visible: screen.returnable

                onTapped: screen.work.goBack()
            }
        }
    }
}
