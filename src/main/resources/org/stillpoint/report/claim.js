"use strict";

/* Says what a word of a contract means where it stands, and copies the entry for BibTeX.
   Without this a word is a link to its line in the table of words. */
(function () {
  let shown = null;

  function hide() {
    if (shown !== null) {
      shown.box.remove();
      shown.word.removeAttribute("aria-describedby");
      shown = null;
    }
  }

  function show(word) {
    if (shown !== null && shown.word === word) {
      return;
    }
    hide();
    const row = document.querySelector(word.getAttribute("href"));
    if (row === null) {
      return;
    }
    const box = document.createElement("div");
    box.className = "says";
    box.id = "says";
    box.setAttribute("role", "tooltip");
    const head = document.createElement("strong");
    head.textContent = row.cells[0].textContent;
    box.append(head, ...[...row.cells[1].childNodes].map((node) => node.cloneNode(true)));
    document.body.append(box);
    word.setAttribute("aria-describedby", box.id);
    place(box, word.getBoundingClientRect());
    shown = { word: word, box: box };
  }

  function place(box, at) {
    const width = document.documentElement.clientWidth;
    const left = Math.max(16, Math.min(at.left, width - box.offsetWidth - 16));
    const below = at.bottom + box.offsetHeight + 8 < window.innerHeight || at.top < box.offsetHeight + 8;
    box.style.left = left + window.scrollX + "px";
    box.style.top = (below ? at.bottom + 4 : at.top - box.offsetHeight - 4) + window.scrollY + "px";
  }

  function wordOf(target) {
    return target instanceof Element ? target.closest("a.word") : null;
  }

  function explain() {
    document.addEventListener("pointerover", (event) => {
      const word = wordOf(event.target);
      if (word !== null) {
        show(word);
      } else if (shown !== null && !shown.box.contains(event.target) && document.activeElement !== shown.word) {
        hide();
      }
    });
    document.addEventListener("focusin", (event) => {
      const word = wordOf(event.target);
      if (word !== null) {
        show(word);
      } else {
        hide();
      }
    });
    document.addEventListener("focusout", hide);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        hide();
      }
    });
    document.addEventListener("click", (event) => {
      const word = wordOf(event.target);
      if (word !== null && event.pointerType === "touch") {
        event.preventDefault();
        show(word);
      } else if (word !== null) {
        open(document.querySelector(word.getAttribute("href")));
      }
    });
  }

  /* What lies in something folded up is unfolded on the way to it. */
  function open(place) {
    for (let around = place; around !== null; around = around.parentElement) {
      if (around instanceof HTMLDetailsElement) {
        around.open = true;
      }
    }
  }

  function unfoldForPrint() {
    let folded = [];
    window.addEventListener("beforeprint", () => {
      folded = [...document.querySelectorAll("main details:not([open])")];
      folded.forEach((details) => { details.open = true; });
    });
    window.addEventListener("afterprint", () => folded.forEach((details) => { details.open = false; }));
  }

  function copyButton(entry) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", () => {
      copy(entry.textContent).then((done) => {
        button.textContent = done ? "Copied" : "Select and copy by hand";
        setTimeout(() => { button.textContent = "Copy"; }, 2000);
      });
    });
    entry.before(button);
  }

  /* Pages from a disk may not use the clipboard's own interface in every browser. */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (refused) {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  }

  explain();
  unfoldForPrint();
  const entry = document.getElementById("bibtex");
  if (entry !== null) {
    copyButton(entry);
  }
  if (location.hash.length > 1) {
    open(document.getElementById(decodeURIComponent(location.hash.slice(1))));
  }
})();
