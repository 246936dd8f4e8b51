pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The kiosk's own page at a day, in a language, on a screen. It can be tapped like the kiosk.
Rectangle {
    id: pane

    required property PreviewPanel panel
    required property LanguageRows languages

    color: Theme.calledOffTint

    Column {
        id: head

        anchors.left: parent.left
        anchors.margins: Theme.gutter
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.space(1)

        Label {
            font.weight: Theme.strong
            size: Theme.cardTitle
            text: Translations.text("desk.preview.title")
            width: parent.width
        }

        Row {
            spacing: Theme.space(1)
            visible: pane.panel.picture !== ""

            DeskButton {
                icon: "bold/arrow-left"
                label: Translations.text("desk.preview.earlier")
                objectName: "day-earlier"
                wordless: true

                onTapped: pane.panel.moveDay(-1)
            }

            DeskButton {
                icon: "bold/arrow-right"
                label: Translations.text("desk.preview.later")
                objectName: "day-later"
                wordless: true

                onTapped: pane.panel.moveDay(1)
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                font.weight: Theme.control
                objectName: "preview-day"
                text: pane.panel.day
                width: head.width - x
            }
        }

        Flow {
            spacing: Theme.space(1)
            visible: pane.panel.picture !== ""
            width: parent.width

            Repeater {
                model: pane.languages

                delegate: DeskButton {
                    required property string code
                    required property string name
                    required property string shortName

                    Accessible.name: name
                    chosen: pane.panel.language === code
                    label: shortName
                    objectName: "preview-" + code

                    onTapped: pane.panel.viewLanguage(code)
                }
            }
        }

        Flow {
            spacing: Theme.space(1)
            visible: pane.panel.picture !== ""
            width: parent.width

            DeskButton {
                chosen: pane.panel.size === "wide"
                label: Translations.text("desk.preview.wide")
                objectName: "preview-wide"

                onTapped: pane.panel.viewSize("wide")
            }

            DeskButton {
                chosen: pane.panel.size === "tall"
                label: Translations.text("desk.preview.tall")
                objectName: "preview-tall"

                onTapped: pane.panel.viewSize("tall")
            }

            DeskButton {
                chosen: pane.panel.size === "small"
                label: Translations.text("desk.preview.small")
                objectName: "preview-small"

                onTapped: pane.panel.viewSize("small")
            }
        }

        Flow {
            spacing: Theme.space(1)
            visible: pane.panel.picture !== ""
            width: parent.width

            DeskButton {
                chosen: pane.panel.page === "home"
                icon: "bold/house"
                label: Translations.text("desk.preview.home")
                objectName: "preview-home"

                onTapped: pane.panel.viewPage("home")
            }

            DeskButton {
                chosen: pane.panel.page === "calendar"
                icon: "bold/calendar-blank"
                label: Translations.text("desk.preview.calendar")
                objectName: "preview-calendar"

                onTapped: pane.panel.viewPage("calendar")
            }

            DeskButton {
                chosen: pane.panel.page === "attract"
                icon: "bold/hourglass"
                label: Translations.text("desk.preview.attract")
                objectName: "preview-attract"

                onTapped: pane.panel.viewPage("attract")
            }
        }
    }

    Item {
        id: room

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.gutter
        anchors.right: parent.right
        anchors.top: head.bottom

        Image {
            id: picture

            Accessible.name: Translations.text("desk.preview.title")
            Accessible.role: Accessible.Graphic
            anchors.fill: parent
            asynchronous: true
            cache: false
            fillMode: Image.PreserveAspectFit
            mipmap: true
            objectName: "preview"
            retainWhileLoading: true
            source: pane.panel.picture
            verticalAlignment: Image.AlignTop
        }

        MouseArea {
            height: picture.paintedHeight
            width: picture.paintedWidth
            x: (picture.width - width) / 2

            onClicked: mouse => pane.panel.tapAt(mouse.x / width, mouse.y / height)
        }

        Rectangle {
            border.color: Theme.line
            border.width: Theme.hairline
            color: Theme.clear
            height: picture.paintedHeight
            visible: pane.panel.picture !== ""
            width: picture.paintedWidth
            x: (picture.width - width) / 2
        }

        Label {
            anchors.top: parent.top
            anchors.topMargin: picture.paintedHeight + Theme.space(1)
            color: Theme.moved
            size: Theme.small
            text: pane.panel.picture === "" ? Translations.text("desk.preview.waiting") : Translations.text("desk.preview.old")
            visible: !pane.panel.isCurrent
            width: parent.width
        }
    }
}
