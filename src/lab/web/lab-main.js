'use strict';

/** The page as a whole: it holds the setup and the runs, asks the engine, and shows what comes back. */
(() => {
  const { byId, html } = LabDom;
  const UNTIL_MORE = 200;
  const WAIT = 150;

  let engine = null;
  let setup = LabSetup.DEFAULTS;
  let runs = {};
  let together = null;
  let answered = { chosen: null, done: false };
  let target = '1';
  let busy = false;
  let stopped = null;

  const names = () => setup.b ? ['a', 'b'] : ['a'];
  const shownStep = () => runs.a ? runs.a.state.step : 0;
  const asking = () => setup.path !== null && !answered.done;
  const say = text => { byId('live').textContent = text; };

  function complain(error) {
    byId('error').textContent = error ? error.message : '';
    byId('error').hidden = !error;
  }

  /** Does one thing at a time; Stop ends it, and the page stands where it stood. */
  async function task(work) {
    if (busy) {
      return;
    }
    busy = true;
    complain(null);
    const late = setTimeout(() => document.body.classList.add('computing'), WAIT);
    LabControls.allow(shownStep(), true);
    try {
      await Promise.race([work(), new Promise((_, reject) => { stopped = reject; })]);
    } catch (error) {
      complain(error);
    } finally {
      clearTimeout(late);
      document.body.classList.remove('computing');
      busy = false;
      LabControls.allow(shownStep(), false);
    }
  }

  /** Both runs anew, at step 0. */
  async function begin(chosen) {
    const begun = {};
    for (const name of chosen.b ? ['a', 'b'] : ['a']) {
      begun[name] = { state: await engine.begin(name, LabSetup.problem(chosen, chosen[name])), before: null, regions: null, curve: null };
      begun[name].start = begun[name].state.network;
      begun[name].data = begun[name].state.data;
    }
    setup = { ...chosen, data: chosen.data.csv === undefined ? chosen.data : begun.a.data };
    runs = begun;
  }

  async function arrive(n) {
    for (const name of names()) {
      const run = runs[name];
      const before = n > 0 ? (await engine.at(name, n - 1)).network : null;
      const state = await engine.at(name, n);
      Object.assign(run, { state, before });
      run.curve = await engine.curve(name, n);
      run.regions = state.widths[0] === 2 ? await engine.regions(name, n, LabPlane.grid(run.data.inputs)) : null;
    }
    setup = { ...setup, steps: n };
    draw();
  }

  /** Goes to a step; a run that its bound on bits ends stands at the last step that it reached. */
  async function go(n) {
    try {
      await arrive(Math.max(0, n));
    } catch (error) {
      if (Number.isInteger(error.step) && error.step < n) {
        await arrive(error.step);
      }
      throw error;
    }
  }

  /** A new setup; if the engine refuses it, the old one stands again and the error says what was expected. */
  async function settle(chosen) {
    const old = setup;
    const steps = chosen.steps;
    try {
      await begin(chosen);
    } catch (error) {
      if (runs.a) {
        await begin(old);
        await arrive(old.steps);
      }
      throw error;
    }
    LabControls.show(setup);
    await go(steps);
  }

  /** Changes the setup by a function that may refuse. */
  function change(next, control) {
    return task(async () => {
      try {
        const chosen = next();
        answered = { chosen: null, done: false };
        await settle(chosen);
      } catch (error) {
        if (control) {
          control.setAttribute('aria-invalid', 'true');
        }
        throw error;
      }
    });
  }

  const move = n => task(async () => {
    await go(n);
    announce();
  });

  async function untilStill() {
    const most = shownStep() + UNTIL_MORE;
    let reached = 0;
    let still = true;
    for (const name of names()) {
      const end = await engine.until(name, most);
      reached = Math.max(reached, end.step);
      still = still && end.still;
    }
    await go(reached);
    const words = still ? `At step ${reached} a whole pass through the data has changed nothing, so no later step will.` : `Numbers still change at step ${reached}; Run goes on from here.`;
    byId('outcome').textContent = words;
    say(words);
  }

  function announce() {
    say(names().map(name => {
      const { state, before } = runs[name];
      const found = before ? LabMatrices.differences(before, state.network) : [];
      const what = found.slice(0, 3).map(({ at, to }) => `${LabMatrices.name(at)} is ${LabNumber.short(to).text}`).join(', ');
      const moved = before === null ? 'the start.' : found.length === 0 ? 'nothing changed.' : `${found.length} of ${LabMatrices.count(state.network)} numbers changed: ${what}${found.length > 3 ? ' and more' : ''}.`;
      return `${setup.b ? `Start ${name.toUpperCase()}, step` : 'Step'} ${state.step}: ${moved} Mean loss ${LabNumber.short(state.loss).text}.`;
    }).join(' '));
  }

  /** The state as our formats have it, for tests and for copying. */
  function publish() {
    for (const [name, id] of [['a', 'state'], ['b', 'state-b']]) {
      const run = setup.b || name === 'a' ? runs[name] : null;
      byId(id).textContent = run ? JSON.stringify({ step: run.state.step, network: run.state.network, loss: run.state.loss, accuracy: run.state.accuracy }) : 'null';
    }
    try {
      history.replaceState(null, '', LabSetup.write(setup));
    } catch {
      byId('copy').dataset.hash = LabSetup.write(setup);
    }
  }

  function drawData() {
    const { data, state } = runs.a;
    const used = asking() ? [] : state.pass.batch;
    byId('data-table').replaceChildren(LabData.show(data, used, make => change(() => ({ ...setup, data: make(), steps: 0, path: null }))));
  }

  function drawGuide() {
    byId('guide').hidden = setup.path === null;
    byId('runs').classList.toggle('guided', setup.path !== null);
    byId('guide').replaceChildren(...(setup.path === null ? [] : LabGuide.show({ path: setup.path, at: setup.at, ...answered }, guided).flat(3).filter(Boolean)));
  }

  function draw() {
    byId('runs').classList.toggle('two', setup.b !== null);
    byId('runs').classList.toggle('flat', runs.a.regions !== null);
    byId('run-b').hidden = setup.b === null;
    byId('outcome').textContent = '';
    for (const name of names()) {
      const { state, data } = runs[name];
      const classes = together === null ? LabNodes.crowded(state) : together;
      byId('together').checked = classes;
      LabRun.draw(byId(`run-${name}`), runs[name], { together: classes, ahead: byId('ahead').checked && !asking(), loss: setup.loss, data, edit: editPoint });
    }
    byId('charts').replaceChildren(...LabCharts.show(names().map(name => runs[name].curve)).filter(Boolean));
    drawData();
    drawGuide();
    publish();
    document.documentElement.dataset.ready = 'true';
  }

  function editPoint({ add, remove }) {
    const { data } = runs.a;
    if (remove !== undefined && data.inputs.length === 1) {
      complain(new Error('The last sample cannot be taken away, expected one at least'));
      return;
    }
    change(() => ({ ...setup, data: add ? LabData.withOne(data, add, target) : LabData.without(data, remove), steps: 0, path: null }));
  }

  function editNumber(event) {
    const place = event.target.closest('[data-at]');
    if (!place || busy) {
      return;
    }
    const run = place.closest('[data-run]').dataset.run;
    const [layer, row, column] = place.dataset.at.split(',').map(Number);
    const at = { layer, row, column };
    const { network } = runs[run].state;
    const value = column < 0 ? network.layers[layer].bias[row] : network.layers[layer].weights[row][column];
    LabEdit.open(place, LabNumber.exact(value), LabMatrices.name(at), text => change(() => LabChanges.number(setup, run, network, at, text)));
  }

  const guided = {
    choose(number) {
      answered = { chosen: number, done: false };
      byId('take').disabled = false;
    },
    take: () => task(async () => {
      answered = { ...answered, done: true };
      await go(LabPaths.PATHS[setup.path].steps[setup.at].go);
      announce();
      byId('next').focus();
    }),
    next: () => change(() => LabPaths.setupOf(setup.path, setup.at + 1)),
    leave: () => task(async () => {
      setup = { ...setup, path: null };
      LabControls.show(setup);
      draw();
    }),
  };

  async function copy() {
    const link = location.href.replace(/#.*/, '') + LabSetup.write(setup);
    try {
      await navigator.clipboard.writeText(link);
      say('The link is copied.');
      byId('copy').textContent = 'Copied';
      setTimeout(() => { byId('copy').textContent = 'Copy link'; }, 2000);
    } catch {
      byId('link').hidden = false;
      byId('link').value = link;
      byId('link').select();
    }
  }

  /** Ends what the engine computes, and begins again where the page stands. */
  function stop() {
    engine.stop();
    stopped(new Error(`Stopped. The page shows step ${shownStep()}.`));
    const words = byId('error');
    setTimeout(() => task(async () => {
      const { steps } = setup;
      await begin(setup);
      await go(steps);
      words.textContent = `Stopped. The page shows step ${shownStep()}.`;
      words.hidden = false;
    }), 0);
  }

  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest('input, select, textarea, .scroll')) {
      return;
    }
    const moves = { ArrowRight: () => stepOnce(), ArrowLeft: () => move(shownStep() - 1), Home: () => move(0) };
    if (moves[event.key]) {
      event.preventDefault();
      moves[event.key]();
    }
  }

  /** A step; on a guided path a prediction comes first. */
  function stepOnce() {
    if (!asking()) {
      return move(shownStep() + 1);
    }
    return answered.chosen === null ? say('Predict first.') : guided.take();
  }

  function wire() {
    LabControls.build({
      start: (run, name) => change(() => LabChanges.start(setup, run, name, runs[run].state.network)),
      startNumber: (run, name, input) => change(() => LabChanges.startNumber(setup, run, name, input.value), input),
      set: (name, value, control) => change(() => LabChanges.setting(setup, name, value), control),
      path: name => change(() => LabPaths.setupOf(name, 0)),
    });
    const on = (id, act) => byId(id).addEventListener('click', act);
    on('step', stepOnce);
    on('back', () => move(shownStep() - 1));
    on('rewind', () => move(0));
    on('ten', () => move(shownStep() + 10));
    on('run', () => task(untilStill));
    on('stop', stop);
    on('compare', () => change(() => LabChanges.compared(setup)));
    on('copy', copy);
    on('paste', () => change(() => ({ ...setup, data: { csv: byId('csv').value }, steps: 0, path: null }), byId('csv')));
    on('add', () => change(() => ({ ...setup, data: LabData.withOne(runs.a.data, runs.a.data.inputs[0].map(() => '0'), runs.a.data.targets[0]), steps: 0, path: null })));
    byId('ahead').addEventListener('change', draw);
    byId('together').addEventListener('change', () => { together = byId('together').checked; draw(); });
    byId('label').addEventListener('change', () => { target = byId('label').value; });
    byId('runs').addEventListener('click', editNumber);
    document.addEventListener('keydown', keys);
    addEventListener('hashchange', () => change(() => LabSetup.read(location.hash)));
    let frame = 0;
    addEventListener('resize', () => { cancelAnimationFrame(frame); frame = requestAnimationFrame(() => runs.a && draw()); });
  }

  async function main() {
    byId('run-a').replaceWith(Object.assign(LabRun.frame('a'), { id: 'run-a' }));
    byId('run-b').replaceWith(Object.assign(LabRun.frame('b'), { id: 'run-b' }));
    engine = await LabEngine.open();
    wire();
    await task(async () => {
      try {
        const asked = LabSetup.read(location.hash);
        await settle(asked.path in LabPaths.PATHS ? LabPaths.setupOf(asked.path, Math.min(asked.at, LabPaths.PATHS[asked.path].steps.length - 1)) : { ...asked, path: null });
      } catch (error) {
        await settle(runs.a ? { ...setup } : LabSetup.DEFAULTS);
        throw error;
      }
    });
  }

  main().catch(complain);
})();
