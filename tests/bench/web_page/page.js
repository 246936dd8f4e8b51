// Shows the pages: each is a template that is instantiated when it is opened.
const main = document.querySelector("main");
const dock = document.querySelector("nav");
let language = document.documentElement.lang;
let page = "attract";
let slide = 0;
let trail = [];
let leaving = 0;

function show(next) {
    page = next;
    main.replaceChildren(document.getElementById(`${language}/${page}`).content.cloneNode(true));
    dock.replaceChildren(document.getElementById(`${language}/dock`).content.cloneNode(true));
    dock.hidden = page.startsWith("attract");
    for (const button of dock.children)
        button.classList.toggle("chosen", button.dataset.go === page);
}

document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button)
        return;
    if (button.dataset.language) {
        language = button.dataset.language;
        show(page);
    } else if ("back" in button.dataset) {
        show(trail.pop() ?? "home");
    } else if (button.dataset.go) {
        trail = button.dataset.go === "home" ? [] : [...trail, page];
        show(button.dataset.go);
    }
});

// The visitor has left: the first slide in the usual language, as in the kiosk.
document.addEventListener("pointerdown", () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
        language = document.documentElement.lang;
        slide = 0;
        trail = [];
        show("attract");
    }, 1000 * IDLE_SECONDS);
});

setInterval(() => {
    if (page.startsWith("attract"))
        show(`attract-${++slide % SLIDES}`);
}, 9000);
