import QtQuick
import QtQuick.Dialogs
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The first step: the programme and its pictures, dropped or chosen, and what the check says in one line.
Item {
    id: step

    required property Desk desk
    required property SourcePage page
    readonly property bool asksFirst: page.questions.isOpen && page.questions.needsAll

    FileDialog {
        id: fileDialog

        nameFilters: ["*.xlsx *.xls *.ods *.csv *.ics *.xml *.json *.html"]

        onAccepted: step.page.chooseSubject(selectedFile)
    }

    FileDialog {
        id: templateDialog

        defaultSuffix: "xlsx"
        fileMode: FileDialog.SaveFile
        nameFilters: ["*.xlsx"]

        onAccepted: step.page.makeTemplate(selectedFile)
    }

    FolderDialog {
        id: subjectDialog

        onAccepted: step.page.chooseSubject(selectedFolder)
    }

    FolderDialog {
        id: picturesDialog

        onAccepted: step.page.choosePictures(selectedFolder)
    }

    Flickable {
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.height + 2 * Theme.space(5)
        contentWidth: width

        Column {
            id: column

            spacing: Theme.gutter
            width: parent.width - 2 * Theme.margin
            x: Theme.margin
            y: Theme.space(5)

            Rectangle {
                border.color: step.page.subject ? Theme.line : Theme.accent
                border.width: step.page.subject ? Theme.hairline : Theme.outline
                color: Theme.card
                height: zone.implicitHeight + 2 * Theme.space(5)
                radius: Theme.radiusTile
                width: parent.width

                Column {
                    id: zone

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.space(5)
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.space(5)
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.gap

                    Icon {
                        colour: step.page.subject ? Theme.good : Theme.muted
                        name: step.page.subject ? "bold/package" : "bold/download-simple"
                        side: Theme.iconLarge
                    }

                    Label {
                        font.weight: Theme.heavy
                        objectName: "source-title"
                        size: Theme.panel
                        text: step.page.subject || Translations.text("desk.open.title")
                        width: parent.width
                    }

                    Label {
                        color: Theme.muted
                        text: step.page.subject ? step.page.subjectFolder : Translations.text("desk.open.hint")
                        width: parent.width
                        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    }

                    Label {
                        color: Theme.muted
                        text: Translations.text("desk.open.pictures") + ": " + step.page.pictures
                        visible: step.page.pictures !== ""
                        width: parent.width
                        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    }

                    Flow {
                        spacing: Theme.gap
                        width: parent.width

                        DeskButton {
                            icon: "bold/list-bullets"
                            label: Translations.text("desk.open.choose_file")
                            main: step.page.subject === ""
                            objectName: "choose-file"

                            onTapped: fileDialog.open()
                        }

                        DeskButton {
                            icon: "bold/package"
                            label: Translations.text("desk.open.choose")
                            objectName: "choose-source"

                            onTapped: subjectDialog.open()
                        }

                        DeskButton {
                            icon: "bold/images"
                            label: Translations.text("desk.open.choose_pictures")
                            objectName: "choose-pictures"

                            onTapped: picturesDialog.open()
                        }

                        DeskButton {
                            icon: "bold/plus"
                            label: Translations.text("desk.open.template")
                            objectName: "make-template"

                            onTapped: templateDialog.open()
                        }

                        DeskButton {
                            icon: "bold/x"
                            label: Translations.text("desk.open.forget_pictures")
                            objectName: "forget-pictures"
                            visible: step.page.pictures !== ""

                            onTapped: step.page.forgetPictures()
                        }
                    }
                }
            }

            Row {
                spacing: Theme.gap
                visible: step.page.refusal !== ""
                width: parent.width

                Icon {
                    id: refusalMark

                    colour: Theme.bad
                    name: "bold/warning"
                }

                Label {
                    font.weight: Theme.strong
                    objectName: "refusal"
                    size: Theme.cardTitle
                    text: step.page.refusal
                    width: parent.width - refusalMark.width - Theme.gap
                }
            }

            Row {
                spacing: Theme.gap
                visible: step.page.isChecking || !step.asksFirst && step.page.subject !== ""
                width: parent.width

                Icon {
                    id: mark

                    colour: step.page.isChecking ? Theme.muted : step.page.isSound ? Theme.good : Theme.bad
                    name: step.page.isChecking ? "bold/hourglass" : step.page.isSound ? "bold/check-circle" : "bold/warning"
                }

                Column {
                    spacing: Theme.space(0.5)
                    width: parent.width - mark.width - Theme.gap

                    Label {
                        font.weight: Theme.strong
                        objectName: "source-state"
                        size: Theme.cardTitle
                        text: step.page.isChecking ? Translations.text("desk.open.checking") : step.page.problem || Translations.text(step.page.isSound ? "desk.open.sound" : "desk.open.errors")
                        width: parent.width
                    }

                    Label {
                        color: Theme.muted
                        objectName: "imported"
                        text: step.page.imported
                        visible: text !== ""
                        width: parent.width
                    }

                    Label {
                        color: Theme.muted
                        text: step.page.summary
                        visible: text !== ""
                        width: parent.width
                    }
                }
            }

            DeskButton {
                icon: "bold/arrow-right"
                iconLast: true
                label: Translations.text(step.page.isSound ? "desk.step.stick" : "desk.open.look")
                main: true
                objectName: "go-on"
                visible: !step.asksFirst && step.page.subject !== "" && !step.page.isChecking && step.page.problem === ""

                onTapped: step.desk.openStep(step.page.isSound ? "stick" : "check")
            }

            QuestionsPanel {
                questions: step.page.questions
                title: step.page.questionsTitle
                visible: step.page.questions.isOpen && !step.page.isChecking
                width: parent.width
            }
        }
    }
}
