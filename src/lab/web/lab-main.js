'use strict';

/** The page at work: it holds what is chosen, does what is asked for, one thing at a time, and has the result drawn. */
(() => {
  const { byId } = LabDom;
  const UNTIL_MORE = 200;
  const WAIT = 150;
  const UNANSWERED = { chosen: null, done: false };

  let runs = null;
  let setup = LabSetup.DEFAULTS;
  let together = null;
  let answered = UNANSWERED;
  let busy = false;
  let interrupt = null;

  const asking = () => setup.path !== null && !answered.done;
  const say = text => {
    byId('live').textContent = text;
  };

  function complain(error) {
    byId('error').textContent = error ? error.message.charAt(0).toUpperCase() + error.message.slice(1) : '';
    byId('error').hidden = !error;
  }

  /** Does one thing, unless another is being done; an interruption leaves the page as it stands. */
  async function task(work) {
    if (busy) {
      return;
    }
    busy = true;
    complain(null);
    const late = setTimeout(() => document.body.classList.add('computing'), WAIT);
    LabControls.allow(runs.step(), true);
    try {
      await Promise.race([
        work(),
        new Promise((_, reject) => {
          interrupt = reject;
        }),
      ]);
    } catch (error) {
      complain(error);
    } finally {
      clearTimeout(late);
      document.body.classList.remove('computing');
      busy = false;
      LabControls.allow(runs.step(), false);
    }
  }

  const shown = () => ({
    setup,
    runs,
    together,
    asking: asking(),
    ahead: byId('ahead').checked && !asking(),
    answered,
    on: { point, data: changeData, guide },
  });
  const draw = () => LabPage.draw(shown());

  async function arrive(n) {
    await runs.arrive(n);
    setup = { ...setup, steps: n };
    draw();
    runs.paint(name => LabPage.drawPlane(name, shown())).catch(complain);
  }

  /** Does what takes the runs on; if numbers pass the bound on bits, the page shows the last step before that, and says so. */
  async function within(work) {
    try {
      await work();
    } catch (error) {
      if (!Number.isInteger(error.step)) {
        throw error;
      }
      await arrive(error.step);
      throw new Error(`${error.message}. The page shows step ${error.step}.`);
    }
  }

  const go = n => within(() => arrive(Math.max(0, n)));

  /** Begins the runs of a setup. If the engine refuses it, the old one stands again, and the error says what was expected. */
  async function settle(chosen) {
    try {
      await runs.begin(chosen);
    } catch (error) {
      if (runs.get('a')) {
        await runs.begin(setup);
        await arrive(setup.steps);
      }
      throw error;
    }
    setup = { ...chosen, data: chosen.data.csv === undefined ? chosen.data : runs.get('a').data };
    LabControls.show(setup);
    await arrive(0);
    if (chosen.steps > 0) {
      await go(chosen.steps);
    }
  }

  /** Changes the setup by a function that may refuse, as the engine may; then the control that asked for it is marked. */
  function change(next, control) {
    return task(async () => {
      try {
        const chosen = next();
        answered = UNANSWERED;
        await settle(chosen);
      } catch (error) {
        if (control) {
          control.setAttribute('aria-invalid', 'true');
        }
        throw error;
      }
    });
  }

  const move = n =>
    task(async () => {
      await go(n);
      say(LabSpeech.step(runs));
    });

  async function untilStill() {
    const { step, still } = await runs.until(runs.step() + UNTIL_MORE);
    await arrive(step);
    const words = still
      ? `At step ${step} a whole pass through the data has changed nothing, so no later step will.`
      : `Numbers still change at step ${step}; Run goes on from here.`;
    byId('outcome').textContent = words;
    say(words);
  }

  /** A step; on a guided path a prediction comes first. */
  function stepOnce() {
    if (!asking()) {
      move(runs.step() + 1);
    } else if (answered.chosen === null) {
      say('Predict first.');
      document.querySelector('#guide input').focus();
    } else {
      guide.take();
    }
  }

  /** Ends what is computed; the page stands where it stood. */
  function stop() {
    interrupt(new Error(`Stopped. The page shows step ${runs.step()}.`));
    runs.stop(setup).catch(complain);
    LabControls.show(setup);
  }

  const changeData = make => change(() => ({ ...setup, data: make(), steps: 0, path: null }));

  function point({ add, remove }) {
    const { data } = runs.get('a');
    if (remove !== undefined && data.inputs.length === 1) {
      complain(new Error('The last sample cannot be taken away, expected one at least'));
    } else {
      changeData(() => (add ? LabData.withOne(data, add, LabPage.chosenTarget(data)) : LabData.without(data, remove)));
    }
  }

  function editNumber(event) {
    const place = event.target.closest('[data-at]');
    if (!place || busy) {
      return;
    }
    const { run } = place.closest('[data-run]').dataset;
    const [layer, row, column] = place.dataset.at.split(',').map(Number);
    const at = { layer, row, column };
    const { network } = runs.get(run).state;
    const value = column < 0 ? network.layers[layer].bias[row] : network.layers[layer].weights[row][column];
    LabEdit.open(place, LabNumber.exact(value), LabMatrices.name(at), text =>
      change(() => LabChanges.number(setup, run, network, at, text)).then(() =>
        document.querySelector(`#run-${run} button[data-at="${place.dataset.at}"]`)?.focus(),
      ),
    );
  }

  const guide = {
    choose(number) {
      answered = { chosen: number, done: false };
      byId('take').disabled = false;
    },
    take: () =>
      task(async () => {
        answered = { ...answered, done: true };
        await go(LabPaths.PATHS[setup.path].steps[setup.at].go);
        say(LabSpeech.step(runs));
        byId('next').focus();
      }),
    next: () => change(() => LabPaths.setupOf(setup.path, setup.at + 1)),
    leave: () =>
      task(async () => {
        setup = { ...setup, path: null };
        LabControls.show(setup);
        draw();
      }),
  };

  async function copy() {
    const link = location.href.replace(/#.*/, '') + LabAddress.write(setup);
    try {
      await navigator.clipboard.writeText(link);
      say('The link is copied.');
      byId('copy').textContent = 'Copied';
      setTimeout(() => {
        byId('copy').textContent = 'Copy link';
      }, 2000);
    } catch {
      byId('link').hidden = false;
      byId('link').value = link;
      byId('link').select();
    }
  }

  function keys(event) {
    if (
      event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.target.closest('input, select, textarea, .scroll')
    ) {
      return;
    }
    const moves = { ArrowRight: stepOnce, ArrowLeft: () => move(runs.step() - 1), Home: () => move(0) };
    if (moves[event.key]) {
      event.preventDefault();
      moves[event.key]();
    }
  }

  function wire() {
    LabControls.build({
      start: (run, name) => change(() => LabChanges.start(setup, run, name, runs.get(run).state.network)),
      startNumber: (run, name, input) => change(() => LabChanges.startNumber(setup, run, name, input.value), input),
      set: (name, value, control) => change(() => LabChanges.setting(setup, name, value), control),
      path: name => change(() => LabPaths.setupOf(name, 0)),
    });
    const on = (id, act) => byId(id).addEventListener('click', act);
    on('step', stepOnce);
    on('back', () => move(runs.step() - 1));
    on('rewind', () => move(0));
    on('ten', () => move(runs.step() + 10));
    on('run', () => task(() => within(untilStill)));
    on('stop', stop);
    on('compare', () => change(() => LabChanges.compared(setup)));
    on('copy', copy);
    on('paste', () => change(() => ({ ...setup, data: { csv: byId('csv').value }, steps: 0, path: null }), byId('csv')));
    on('add', () => changeData(() => LabData.withZeros(runs.get('a').data)));
    on('runs', editNumber);
    byId('ahead').addEventListener('change', draw);
    byId('together').addEventListener('change', () => {
      together = byId('together').checked;
      draw();
    });
    document.addEventListener('keydown', keys);
    addEventListener('hashchange', () => change(() => LabPaths.resumed(LabAddress.read(location.hash))));
    addEventListener('resize', () => requestAnimationFrame(() => runs.get('a') && draw()));
  }

  /** On a narrow page the settings fold away, so that the picture comes first. */
  function fold() {
    const wide = matchMedia('(min-width: 56rem)');
    const follow = () => {
      byId('settings').open = wide.matches;
    };
    wide.addEventListener('change', follow);
    follow();
  }

  async function main() {
    byId('run-a').replaceWith(LabRun.frame('a'));
    byId('run-b').replaceWith(LabRun.frame('b'));
    fold();
    runs = LabRuns.of(LabEngine.open());
    wire();
    await task(async () => {
      try {
        const chosen = LabPaths.resumed(LabAddress.read(location.hash));
        if (location.hash === '') {
          runs.foresee(JSON.parse(byId('first').textContent));
          LabControls.show(setup);
          draw();
        }
        await settle(chosen);
      } catch (error) {
        await settle(runs.get('a') ? { ...setup } : LabSetup.DEFAULTS);
        throw error;
      }
    });
  }

  main().catch(complain);
})();
