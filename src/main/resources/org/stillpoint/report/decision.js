"use strict";

/* Answers for one start at a time from the cells of the table, and keeps the question in the address. */
(function () {
  const form = document.getElementById("ask");
  const told = document.getElementById("told");
  const selects = [...form.querySelectorAll("select")];
  const cells = new Map([...document.querySelectorAll("td[data-question]")].map((cell) => [cell.dataset.question, cell]));

  function cell() {
    return cells.get(selects.map((select) => select.value).join("/"));
  }

  function link(words, address) {
    const made = document.createElement("a");
    made.href = address;
    made.textContent = words;
    return made;
  }

  function answer() {
    document.querySelectorAll("td.chosen").forEach((old) => old.classList.remove("chosen"));
    const found = cell();
    if (found === undefined) {
      told.textContent = "That start has biases that are not zero: choose biases.";
      return;
    }
    found.classList.add("chosen");
    const badge = found.querySelector(".badge").cloneNode(true);
    const row = document.getElementById("outcome-" + badge.textContent.replaceAll(" ", "-"));
    const says = row.cells[1].textContent;
    told.replaceChildren(badge, " " + says[0].toUpperCase() + says.slice(1) + " ",
      link("Why: " + row.cells[2].textContent, found.querySelector("a").getAttribute("href")));
  }

  function keep() {
    const choice = new URLSearchParams(selects.map((select) => [select.name, select.value]));
    history.replaceState(null, "", location.pathname + "#" + choice);
  }

  function read() {
    const choice = new URLSearchParams(location.hash.slice(1));
    for (const select of selects) {
      if ([...select.options].some((option) => option.value === choice.get(select.name))) {
        select.value = choice.get(select.name);
      }
    }
  }

  form.addEventListener("input", () => {
    answer();
    keep();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => {
    read();
    answer();
  });
  document.getElementById("question").hidden = false;
  read();
  answer();
})();
