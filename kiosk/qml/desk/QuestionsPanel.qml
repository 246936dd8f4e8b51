pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// What has to be said before the desk goes on, one card a question.
Column {
    id: panel

    required property Questions questions
    required property string title

    spacing: Theme.gap

    Label {
        font.weight: Theme.heavy
        objectName: "questions-title"
        size: Theme.cardTitle
        text: panel.title
        width: parent.width
    }

    Label {
        color: Theme.moved
        text: panel.questions.note
        visible: text !== ""
        width: parent.width
    }

    Repeater {
        model: panel.questions.rows

        delegate: QuestionCard {
            questions: panel.questions
            width: panel.width
        }
    }

    Flow {
        spacing: Theme.gap
        width: parent.width

        DeskButton {
            enabled: panel.questions.canGoOn
            icon: "bold/arrow-right"
            iconLast: true
            label: Translations.text(panel.questions.needsAll ? "desk.ask.go_on" : "desk.ask.remember")
            main: true
            objectName: "answer"

            onTapped: panel.questions.goOn()
        }

        DeskButton {
            icon: "bold/x"
            label: Translations.text(panel.questions.needsAll ? "desk.ask.cancel" : "desk.ask.later")
            objectName: "answer-nothing"

            onTapped: panel.questions.cancel()
        }
    }
}
