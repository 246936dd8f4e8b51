pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// One question with what the file has there: choices to tap, or a date to type.
Rectangle {
    id: card

    required property Questions questions
    required property int index
    required property string what
    required property string hint
    required property string typed
    required property string problem
    required property list<string> choices
    required property int likely
    required property int chosen
    required property string answer
    property bool showsAll: false

    border.color: problem !== "" ? Theme.bad : Theme.line
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: column.implicitHeight + 2 * Theme.space(3)
    radius: Theme.radiusButton

    onAnswerChanged: {
        if (date.text !== answer)
            date.text = answer;
    }

    Column {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.space(3)
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.space(1)

        Label {
            font.weight: Theme.strong
            text: card.what
            width: parent.width
        }

        TypedValue {
            typed: card.typed
        }

        Label {
            color: Theme.muted
            size: Theme.small
            text: card.hint
            visible: text !== ""
            width: parent.width
        }

        DeskField {
            id: date

            label: Translations.text("desk.ask.day_form")
            objectName: "answer-" + card.index
            visible: card.choices.length === 0
            width: Math.min(parent.width, Theme.space(60))

            onAccepted: card.questions.goOn()
            onEdited: card.questions.write(card.index, text)
        }

        Flow {
            spacing: Theme.space(1)
            visible: card.choices.length > 0
            width: parent.width

            Repeater {
                model: card.choices

                delegate: DeskButton {
                    required property int index
                    required property string modelData

                    chosen: card.chosen === index
                    icon: chosen ? "bold/check-circle" : ""
                    label: modelData
                    objectName: "choice-" + card.index + "-" + index
                    visible: card.showsAll || index < card.likely || chosen

                    onTapped: card.questions.choose(card.index, index)
                }
            }

            DeskButton {
                icon: "bold/plus"
                label: Translations.text("desk.ask.more")
                objectName: "more-" + card.index
                visible: !card.showsAll && card.likely < card.choices.length

                onTapped: card.showsAll = true
            }
        }

        Label {
            color: Theme.bad
            font.weight: Theme.control
            objectName: "problem-" + card.index
            size: Theme.small
            text: card.problem
            visible: text !== ""
            width: parent.width
        }
    }
}
