import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The question before a roll back or forward; it names the programme on show and the other one.
Column {
    id: question

    required property OtherProgramme other

    spacing: Theme.gutter

    Label {
        font.weight: Theme.heavy
        lineHeight: Theme.titleLineHeight
        objectName: "question"
        size: Theme.title
        text: question.other.question
        width: parent.width
    }

    Label {
        objectName: "question-now"
        text: question.other.shownText
        width: parent.width
    }

    Label {
        font.weight: Theme.strong
        objectName: "question-then"
        text: question.other.otherText
        width: parent.width
    }

    Label {
        color: Theme.muted
        text: question.other.note
        visible: text !== ""
        width: parent.width
    }
}
