"use strict";

/* Light, dark or as the system says: runs before the first paint, so that nothing flashes. */
(function () {
  const KEY = "stillpoint-theme";
  const NEXT = { auto: "dark", dark: "light", light: "auto" };
  const WORDS = { auto: "Colours: as the system", dark: "Colours: dark", light: "Colours: light" };
  const page = document.documentElement;

  function kept() {
    try {
      return localStorage.getItem(KEY);
    } catch (refused) {
      return null;
    }
  }

  function keep(theme) {
    try {
      localStorage.setItem(KEY, theme);
    } catch (refused) {
      // The choice then lasts as long as the page.
    }
  }

  function show(theme) {
    page.dataset.theme = theme;
  }

  function button() {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "theme";
    const say = () => {
      const theme = page.dataset.theme;
      made.setAttribute("aria-label", WORDS[theme] + ". Change to " + NEXT[theme] + ".");
      made.title = WORDS[theme];
      made.textContent = { auto: "◐", dark: "●", light: "○" }[theme];
    };
    made.addEventListener("click", () => {
      show(NEXT[page.dataset.theme]);
      keep(page.dataset.theme);
      say();
    });
    say();
    return made;
  }

  function closeMenu(event) {
    const menu = document.querySelector("header nav details[open]");
    if (menu === null) {
      return;
    }
    if (event.type === "keydown" && event.key === "Escape") {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (event.type === "click" && !menu.contains(event.target)) {
      menu.open = false;
    }
  }

  /* What scrolls sideways can be scrolled by the keyboard too, and only where there is something to scroll. */
  function reachScrolling() {
    for (const box of document.querySelectorAll(".scroll")) {
      if (box.scrollWidth > box.clientWidth) {
        box.tabIndex = 0;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", "Scrolls sideways");
      } else if (box.getAttribute("aria-label") === "Scrolls sideways") {
        ["tabindex", "role", "aria-label"].forEach((name) => box.removeAttribute(name));
      }
    }
  }

  const theme = kept();
  show(Object.hasOwn(NEXT, theme || "") ? theme : "auto");
  document.addEventListener("DOMContentLoaded", () => {
    const bar = document.querySelector("header .bar");
    if (bar !== null) {
      bar.append(button());
    }
    document.addEventListener("keydown", closeMenu);
    document.addEventListener("click", closeMenu);
    document.addEventListener("toggle", reachScrolling, true);
    window.addEventListener("load", reachScrolling);
    window.addEventListener("resize", reachScrolling);
  });
})();
