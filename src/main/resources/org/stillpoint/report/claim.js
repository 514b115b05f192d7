"use strict";

/* Says what a word of a contract means where it stands, and copies the entry for BibTeX.
   Without this a word is a link, where it stands first, to its line in the page of words. */
(function () {
  /* A page without contracts has no words. */
  const words = new Map(typeof STILLPOINT_WORDS === "undefined" ? [] : Object.entries(STILLPOINT_WORDS));
  let shown = null;

  /* Further on a word leads to its line too; the keyboard halts at the first of its kind in each contract. */
  function linkAgain(contract, links) {
    const met = new Set();
    [...contract.querySelector("code").childNodes].forEach((node) => {
      if (node.nodeType !== Node.TEXT_NODE) {
        links.set(node.textContent, node);
        met.add(node.textContent);
        return;
      }
      node.replaceWith(...node.data.split(/(\\?\b\w+(?:\[\])*)/).map((token) => {
        if (!links.has(token)) {
          return token;
        }
        const link = links.get(token).cloneNode(true);
        link.tabIndex = met.has(token) ? -1 : 0;
        met.add(token);
        return link;
      }));
    });
  }

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
    const entry = words.get(word.hash.slice(1));
    if (entry === undefined) {
      return;
    }
    const box = document.createElement("div");
    box.className = "says";
    box.id = "says";
    box.setAttribute("role", "tooltip");
    const head = document.createElement("strong");
    head.textContent = entry[0];
    box.append(head, ...entry[1].split(/[{}]/).map(set));
    document.body.append(box);
    word.setAttribute("aria-describedby", box.id);
    place(box, word.getBoundingClientRect());
    shown = { word: word, box: box };
  }

  /* What stands in braces is an argument. */
  function set(text, index) {
    if (index % 2 === 0) {
      return text;
    }
    const argument = document.createElement("i");
    argument.textContent = text;
    return argument;
  }

  function place(box, at) {
    const width = document.documentElement.clientWidth;
    const left = Math.max(16, Math.min(at.left, width - box.offsetWidth - 16));
    const below = at.bottom + box.offsetHeight + 8 < window.innerHeight || at.top < box.offsetHeight + 8;
    box.style.left = left + window.scrollX + "px";
    box.style.top = (below ? at.bottom + 4 : at.top - box.offsetHeight - 4) + window.scrollY + "px";
  }

  function wordOf(target) {
    return target instanceof Element ? target.closest("pre.contract a") : null;
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
      if (word !== null && event.pointerType === "touch" && words.size > 0) {
        event.preventDefault();
        show(word);
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

  const links = new Map();
  document.querySelectorAll("pre.contract").forEach((contract) => linkAgain(contract, links));
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
