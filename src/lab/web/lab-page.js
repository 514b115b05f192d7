'use strict';

/** Draws all of the page but its controls: the runs, the charts, the data, the card of a guided path, and the state as text. */
const LabPage = (() => {
  const { byId, html } = LabDom;
  const LABELS = [
    ['1', '1'],
    ['-1', '-1'],
    ['0', '0'],
  ];

  /** How a run is to be drawn. */
  function viewOf(name, shown) {
    const { state, data } = shown.runs.get(name);
    const together = shown.together === null ? LabNodes.crowded(state) : shown.together;
    return { together, ahead: shown.ahead, asking: shown.asking, loss: shown.setup.loss, data, edit: shown.on.point };
  }

  function drawPlane(name, shown) {
    LabRun.drawPlane(byId(`run-${name}`), shown.runs.get(name), viewOf(name, shown));
  }

  function curveOf({ state, curve }) {
    const end = state.step + 1;
    return { loss: curve.loss.slice(0, end), accuracy: curve.accuracy.slice(0, end) };
  }

  const several = targets => Array.isArray(targets[0]) && targets[0].length > 1;

  /** The targets that a click on the plane can give: labels, or one of several outputs. */
  function drawTargets({ data, regions }) {
    const choices = several(data.targets) ? data.targets[0].map((_, k) => [String(k), `output ${k + 1}`]) : LABELS;
    if ([...byId('label').options].map(option => option.text).join() !== choices.map(([, words]) => words).join()) {
      byId('label').replaceChildren(...choices.map(([value, words]) => html('option', { value }, words)));
    }
    byId('plane-hint').hidden = regions === null;
  }

  /** The target chosen for samples that a click adds, in the shape of the data's targets. */
  function chosenTarget({ targets }) {
    const { value } = byId('label');
    return several(targets)
      ? targets[0].map((_, k) => (String(k) === value ? '1' : '0'))
      : Array.isArray(targets[0])
        ? [value]
        : value;
  }

  function drawData({ runs, ahead, on }) {
    const run = runs.get('a');
    drawTargets(run);
    const table = byId('data-table');
    const focused = table.contains(document.activeElement) ? document.activeElement.getAttribute('aria-label') : null;
    table.replaceChildren(LabData.show(run.data, ahead ? run.state.pass.batch : [], on.data));
    if (focused !== null) {
      table.querySelector(`[aria-label="${focused}"]`)?.focus();
    }
  }

  function drawGuide({ setup, answered, on }) {
    const open = setup.path !== null;
    byId('guide').hidden = !open;
    byId('runs').classList.toggle('guided', open);
    byId('guide').replaceChildren(
      ...(open
        ? LabGuide.show({ path: setup.path, at: setup.at, ...answered }, on.guide)
            .flat(3)
            .filter(Boolean)
        : []),
    );
  }

  /** The states as our formats have them, for tests and for copying, and the address that brings them back. */
  function publish({ setup, runs }) {
    for (const [name, id] of [
      ['a', 'state'],
      ['b', 'state-b'],
    ]) {
      const run = runs.get(name);
      byId(id).textContent = run
        ? JSON.stringify({ step: run.state.step, network: run.state.network, loss: run.state.loss, accuracy: run.state.accuracy })
        : 'null';
    }
    try {
      history.replaceState(null, '', LabAddress.write(setup));
    } catch {
      // Some browsers allow few changes of the address in a short time; the next step makes up for it.
    }
  }

  /**
   * Draws.
   *
   * @param shown {setup, runs, together: whether classes are drawn as one or null if it depends, asking: whether a prediction is
   *     awaited, ahead: whether the next step is shown, answered: {chosen, done} of the guided path, on: what is called: point,
   *     data, guide}
   */
  function draw(shown) {
    const { runs } = shown;
    byId('runs').classList.toggle('two', runs.names().length > 1);
    byId('runs').classList.toggle('flat', runs.get('a').regions !== null);
    byId('run-b').hidden = runs.names().length === 1;
    byId('outcome').textContent = '';
    runs.names().forEach(name => LabRun.draw(byId(`run-${name}`), runs.get(name), viewOf(name, shown)));
    byId('together').checked = viewOf('a', shown).together;
    byId('charts').replaceChildren(...LabCharts.show(runs.names().map(name => curveOf(runs.get(name)))).filter(Boolean));
    drawData(shown);
    drawGuide(shown);
    publish(shown);
    document.documentElement.dataset.ready = 'true';
  }

  return { draw, drawPlane, chosenTarget };
})();
