import QtQuick

// A value that depends on the layouts inside `layout`, once they are done: before the next frame, not by way of others.
Item {
    id: settled

    required property Item layout
    required property real wanted
    property real value: 0
    readonly property int mostPasses: 5

    signal done

    function polish(item: Item): void {
        for (const child of item.children)
            polish(child);
        item.ensurePolished();
    }

    // What is laid out changes what is around it: repeat until nothing does.
    function settle(): void {
        if (!visible)
            return;
        for (let pass = 0, before = NaN; before !== wanted && pass < mostPasses; pass++) {
            before = wanted;
            polish(layout);
        }
        value = wanted;
        soon.stop();
        done();
    }

    function settleSoon(): void {
        soon.restart();
    }

    onVisibleChanged: settleSoon()
    onWantedChanged: settleSoon()

    // Unlike Qt.callLater, it ends with the item.
    Timer {
        id: soon

        interval: 0

        onTriggered: settled.settle()
    }
}
