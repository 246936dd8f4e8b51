pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// Which texts of each event are there in which language: one line a text, one cell a language.
Item {
    id: matrix

    required property CheckPage page
    required property PreviewPanel preview
    readonly property int cellWidth: Theme.space(11)
    readonly property int cellsWidth: page.textLanguages.length * (cellWidth + Theme.space(1))

    Column {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.space(1)

        Label {
            font.weight: Theme.control
            objectName: "matrix-missing"
            size: Theme.small
            text: matrix.page.missingTexts ? Translations.text("desk.check.missing") + ": " + matrix.page.missingTexts : ""
            visible: text !== ""
            width: parent.width
        }

        DeskButton {
            chosen: matrix.page.showsAllTexts
            label: Translations.text("desk.check.all_texts")
            objectName: "all-texts"

            onTapped: matrix.page.showAllTexts(!matrix.page.showsAllTexts)
        }

        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.space(3)
            spacing: Theme.space(1)
            visible: list.count > 0

            Repeater {
                model: matrix.page.textLanguages

                delegate: Label {
                    required property string modelData

                    font.weight: Theme.strong
                    horizontalAlignment: Text.AlignHCenter
                    size: Theme.small
                    text: modelData.toUpperCase()
                    width: matrix.cellWidth
                }
            }
        }
    }

    DeskList {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.space(1)
        model: matrix.page.matrix
        objectName: "matrix"

        delegate: Item {
            id: row

            required property string event
            required property bool heads
            required property string text
            required property list<string> cells

            implicitHeight: Math.max(name.implicitHeight, heads ? 0 : Theme.space(7)) + Theme.space(heads ? 3 : 1)
            width: list.width - Theme.space(3)

            Label {
                id: name

                anchors.bottom: parent.bottom
                anchors.bottomMargin: row.heads ? Theme.space(1) : (row.height - height) / 2
                anchors.left: parent.left
                font.weight: row.heads ? Theme.strong : Theme.regular
                size: row.heads ? Theme.body : Theme.small
                text: row.text
                width: parent.width - (row.heads ? 0 : matrix.cellsWidth)
            }

            Row {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.space(1)
                visible: !row.heads

                Repeater {
                    model: row.cells

                    delegate: MatrixCell {
                        required property int index
                        required property string modelData
                        readonly property string language: matrix.page.textLanguages[index] ?? ""

                        label: row.text + ", " + language + ": " + Translations.text(modelData === "there" ? "desk.check.text_there" : modelData === "missing" ? "desk.check.text_missing" : "desk.check.text_unwanted")
                        objectName: "cell-" + row.event + "-" + row.text + "-" + language
                        standing: modelData
                        width: matrix.cellWidth

                        onTapped: matrix.preview.viewEvent(row.event, language)
                    }
                }
            }
        }
    }

    EmptyState {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        icon: "bold/check-circle"
        title: Translations.text(matrix.page.hasReport ? "desk.check.all_there" : "desk.check.nothing_yet")
        visible: list.count === 0
    }
}
