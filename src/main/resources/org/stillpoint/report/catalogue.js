"use strict";

/* Picks claims from the catalogue's table by verdict, evidence, subject and words, and keeps the choice in the address. */
(function () {
  const NAMES = ["verdict", "by", "subject"];
  /* A last word with fewer letters is still being typed. */
  const TYPED = 4;

  const form = document.getElementById("filter");
  const query = form.elements.q;
  const table = document.querySelector("table.claims");
  const groups = [...table.tBodies];
  const best = table.createTBody();
  const small = new Set(form.dataset.small.split(" "));
  const claims = [...table.querySelectorAll("tr.claim")]
    .sort((one, other) => Number(one.dataset.place) - Number(other.dataset.place)).map(claim);
  const homes = new Map(claims.map((of) => [of.row, { group: of.row.parentNode, next: of.row.nextElementSibling }]));

  function claim(row) {
    return {
      row,
      id: row.dataset.id,
      title: plain(row.querySelector(".title")),
      statement: plain(row.querySelector(".says")),
      asked: [...row.querySelectorAll(".asked li")].map(plain),
    };
  }

  /* A sentence as it was typed, without mathematics. */
  function plain(element) {
    return element.dataset.plain === undefined ? element.textContent : element.dataset.plain;
  }

  function chosen(name) {
    const choice = form.elements[name];
    return choice === undefined ? "" : choice.value;
  }

  function fits(row, but) {
    return NAMES.every((name) => name === but || chosen(name) === "" || row.dataset[name] === chosen(name));
  }

  /* All findings if there are words, null if there are none. */
  function findings(typing) {
    const text = query.value.trim();
    if (text === "") {
      return null;
    }
    const found = ClaimFinder.find(claims, text, small);
    const last = text.split(/\s+/).pop();
    if (found.length > 0 || !typing || last.length >= TYPED) {
      return found;
    }
    const before = text.slice(0, -last.length).trim();
    return before === "" ? null : ClaimFinder.find(claims, before, small);
  }

  function putBack() {
    for (const of of [...claims].reverse()) {
      const home = homes.get(of.row);
      home.group.insertBefore(of.row, home.next);
      of.row.querySelector(".says").hidden = true;
      of.row.querySelectorAll(".asked, .asked li").forEach((part) => {
        part.hidden = true;
      });
    }
  }

  function putFirst(found) {
    for (const of of found) {
      best.append(of.claim.row);
      of.claim.row.querySelector(".says").hidden = of.asked.length > 0;
      const asked = of.claim.row.querySelector(".asked");
      if (asked !== null) {
        asked.hidden = of.asked.length === 0;
        asked.querySelectorAll("li").forEach((line) => {
          line.hidden = plain(line) !== of.asked[0];
        });
      }
    }
  }

  function show(typing) {
    const found = findings(typing);
    const rows = found === null ? claims.map((of) => of.row) : found.map((of) => of.claim.row);
    const shown = rows.filter((row) => fits(row, ""));
    putBack();
    if (found !== null) {
      putFirst(found);
    }
    claims.forEach((of) => {
      of.row.hidden = !shown.includes(of.row);
    });
    groups.forEach((group) => {
      group.hidden = !shown.some((row) => row.parentNode === group);
    });
    best.hidden = found === null;
    table.hidden = shown.length === 0;
    count(rows);
    say(shown.length, found !== null);
  }

  /* Beside each choice, how many claims it would leave. */
  function count(rows) {
    for (const option of form.querySelectorAll("input[type=radio]")) {
      const left = rows.filter((row) => fits(row, option.name)
        && (option.value === "" || row.dataset[option.name] === option.value)).length;
      const label = option.closest("label");
      label.querySelector(".count").textContent = String(left);
      label.classList.toggle("none", left === 0);
    }
  }

  function say(shown, ranked) {
    const all = shown === claims.length && !ranked;
    document.getElementById("all").hidden = all;
    document.getElementById("found").textContent = all ? "All " + shown + " claims."
      : shown === 0 ? "No claim speaks of that. Other words may find one, or fewer filters."
        : shown + " of " + claims.length + " claims" + (ranked && shown > 1 ? ", the best match first." : ".");
  }

  function keep() {
    const choice = new URLSearchParams();
    if (query.value.trim() !== "") {
      choice.set("q", query.value.trim());
    }
    NAMES.filter((name) => chosen(name) !== "").forEach((name) => choice.set(name, chosen(name)));
    const address = location.pathname + (choice.size === 0 ? "" : "#" + choice);
    history.replaceState(null, "", address);
  }

  function read() {
    const after = location.hash.slice(1);
    const choice = new URLSearchParams(after.includes("=") ? after : location.search);
    query.value = choice.get("q") || "";
    for (const name of NAMES.filter((each) => form.elements[each] !== undefined)) {
      form.elements[name].value = choice.get(name) || "";
      if (form.elements[name].value === "") {
        form.querySelector("input[name=" + name + "][value='']").checked = true;
      }
    }
  }

  form.addEventListener("input", (event) => {
    show(event.target === query);
    keep();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(false);
  });
  document.getElementById("all").addEventListener("click", () => {
    form.reset();
    show(false);
    keep();
    query.focus();
  });
  window.addEventListener("hashchange", () => {
    read();
    show(false);
  });
  form.hidden = false;
  document.getElementById("result").hidden = false;
  read();
  show(false);
})();
