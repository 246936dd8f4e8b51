// Taps the elements of NAMES one after the other and writes the centres of what is seen of them into an output element.
async function measure(frame) {
    const page = frame.contentDocument;
    await page.fonts.ready;
    const points = {};
    for (const name of NAMES) {
        const element = page.querySelector(`[data-name="${name}"]`);
        if (!element)
            break;
        const [x, y] = centre(element, frame.contentWindow);
        const touched = page.elementFromPoint(x, y);
        if (touched.closest("[data-name]") !== element)
            break;
        points[name] = [x, y];
        touched.closest("button").click();
    }
    const output = document.createElement("output");
    output.textContent = JSON.stringify(points);
    frame.replaceWith(output);
}

function centre(element, view) {
    let {left, top, right, bottom} = element.getBoundingClientRect();
    for (let around = element.parentElement; around; around = around.parentElement) {
        if (view.getComputedStyle(around).overflow === "visible")
            continue;
        const box = around.getBoundingClientRect();
        [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
        [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
    }
    return [Math.round((left + right) / 2), Math.round((top + bottom) / 2)];
}
