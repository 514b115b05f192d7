/* Shows one frame of each training at a time; without this script all frames stand one below another. */
"use strict";
(function () {
  const PAUSE = 2200;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  /** Where each player of this page was left, kept with the page's place in the history. */
  function remembered(number) {
    const steps = history.state && history.state.players;
    return steps && Number.isInteger(steps[number]) ? steps[number] : 0;
  }

  function remember(number, frame) {
    const state = Object.assign({}, history.state);
    state.players = Object.assign({}, state.players);
    state.players[number] = frame;
    try {
      history.replaceState(state, "");
    } catch (error) {
      /* a page without a history of its own forgets */
    }
  }

  function button(words, action) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", action);
    return made;
  }

  function play(player, number) {
    const frames = Array.from(player.querySelectorAll(".frame"));
    const last = frames.length - 1;
    if (last === 0) {
      return;
    }
    let current = 0;
    let timer = 0;

    const bar = document.createElement("div");
    bar.className = "player-bar";
    const slider = document.createElement("input");
    slider.type = "range";
    slider.min = 0;
    slider.max = last;
    slider.setAttribute("aria-label", "step");
    const now = document.createElement("p");
    now.className = "player-now";

    function name(frame) {
      return frames[frame].querySelector("figcaption strong").textContent;
    }

    /* A disabled button would lose the focus to the page. */
    function able(which, can) {
      which.setAttribute("aria-disabled", String(!can));
    }

    function show(frame) {
      current = Math.max(0, Math.min(last, frame));
      frames.forEach(function (each, i) {
        each.hidden = i !== current;
      });
      slider.value = current;
      slider.setAttribute("aria-valuetext", name(current));
      able(rewind, current > 0);
      able(back, current > 0);
      able(step, current < last);
      remember(number, current);
    }

    function to(frame) {
      halt();
      show(frame);
      now.textContent = frames[current].querySelector("figcaption").textContent;
    }

    function halt() {
      window.clearInterval(timer);
      timer = 0;
      run.textContent = "Run";
    }

    function start() {
      if (current === last) {
        show(0);
      }
      timer = window.setInterval(function () {
        show(current + 1);
        if (current === last) {
          halt();
        }
      }, PAUSE);
      run.textContent = "Pause";
    }

    const rewind = button("Rewind", function () { to(0); });
    const back = button("Back", function () { to(current - 1); });
    const step = button("Step", function () { to(current + 1); });
    const run = button("Run", function () {
      if (timer) {
        to(current);
      } else {
        start();
      }
    });
    slider.addEventListener("input", function () { to(Number(slider.value)); });

    bar.append(rewind, back, step, run, slider);
    now.setAttribute("aria-live", "polite");
    player.prepend(bar, now);
    player.classList.add("on");
    player.addEventListener("keydown", function (event) {
      const moves = {ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: last};
      const inBar = event.target.tagName === "BUTTON" && bar.contains(event.target);
      if (inBar && event.key in moves && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault();
        to(moves[event.key]);
      }
    });
    show(remembered(number));
    if (player.classList.contains("running") && !calm && current === 0) {
      start();
    }
  }

  document.querySelectorAll(".player").forEach(play);
})();
