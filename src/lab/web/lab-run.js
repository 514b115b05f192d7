'use strict';

/**
 * One run on the page: its picture, its numbers, what follows from its start, the pass to come. Built once, filled at every
 * step.
 */
const LabRun = (() => {
  const { html, number } = LabDom;

  const RULES = {
    sign: 'by the sign of the output',
    threshold: 'output above 1/2 just where y = 1',
    argmax: 'the hot output is the only largest',
  };

  const SIDE_NOTES = ['SYM-5', 'PART-3'];

  const part = (name, ...content) => html('section', { 'data-part': name }, ...content);
  const filled = (tag, name, attributes = {}) => html(tag, { 'data-fill': name, ...attributes });

  /** The parts of a run, empty. */
  function frame(name) {
    return html(
      'div',
      { class: 'run', id: `run-${name}`, 'data-run': name },
      html(
        'div',
        { class: 'left' },
        html('h2', { class: 'which' }, `Start ${name.toUpperCase()}`),
        html(
          'section',
          { 'data-part': 'facts', class: 'first' },
          html('h2', {}, 'What follows from this start'),
          filled('div', 'first'),
        ),
        part('drawing', filled('div', 'drawing', { class: 'drawing' }), filled('p', 'caption', { class: 'quiet caption' })),
        part('facts', html('h2', { 'data-fill': 'others-name' }, 'Also, from this start'), filled('div', 'facts')),
        part('numbers', html('h2', {}, 'Weights and gradients'), filled('div', 'tables', { class: 'tables' })),
      ),
      html(
        'div',
        { class: 'right' },
        part('now', html('h2', {}, 'Now'), filled('table', 'now', { class: 'now' })),
        part('pass', html('h2', {}, 'What Step will do'), filled('div', 'pass')),
      ),
      part('plane', html('h2', {}, 'Which inputs get which label'), filled('div', 'plane')),
    );
  }

  const hole = (root, name) => root.querySelector(`[data-fill=${name}]`);
  const fill = (root, name, ...content) => hole(root, name).replaceChildren(...content.flat(4).filter(Boolean));

  function now(state, start) {
    const row = (name, ...value) => html('tr', {}, html('th', { scope: 'row' }, name), html('td', {}, value));
    const share =
      state.accuracy === null || state.accuracy === undefined
        ? [html('span', { class: 'quiet' }, 'the targets are no labels')]
        : [number(state.accuracy), html('span', { class: 'quiet' }, ` ${RULES[state.accuracyRule] || ''}`)];
    return html(
      'tbody',
      {},
      row('after', `${state.step} ${state.step === 1 ? 'step' : 'steps'}`),
      row('mean loss', number(state.loss)),
      row('share right', share),
      state.classes.map((classes, l) =>
        row(
          state.classes.length === 1 ? 'distinct units' : `distinct, layer ${l + 1}`,
          `${classes.length} of ${state.widths[l + 1]}`,
        ),
      ),
      row('moved from start', moved(state, start)),
    );
  }

  function moved(state, start) {
    const found = LabMatrices.differences(start, state.network).length;
    return found === 0 ? 'nothing' : `${found} of ${LabMatrices.count(state.network)} numbers`;
  }

  /** 1, 2 and 4; or 1 to 10. */
  function listed(numbers) {
    const last = numbers.length - 1;
    if (last > 1 && numbers[last] - numbers[0] === last) {
      return `${numbers[0]} to ${numbers[last]}`;
    }
    return last === 0 ? String(numbers[0]) : `${numbers.slice(0, last).join(', ')} and ${numbers[last]}`;
  }

  function sentence({ says, layer, units }, state) {
    const where = layer && state.widths.length > 3 ? ` of hidden layer ${layer}` : '';
    const subject =
      layer && units && units.length > 0
        ? `${units.length === 1 ? 'Unit' : 'Units'} ${listed(units.map(unit => unit + 1))}${where}: `
        : '';
    return (subject || says.charAt(0).toUpperCase()) + says.slice(subject ? 0 : 1) + (says.endsWith('.') ? ' ' : '. ');
  }

  const line = (consequence, state) => [
    sentence(consequence, state),
    html('a', { class: 'id', href: `claims/${consequence.claim}.html` }, consequence.claim),
  ];

  /**
   * What says most of the start comes first: what holds of every network, or of single samples, only if there is nothing else.
   */
  function ordered(state) {
    const found = state.consequences || [];
    const rank = consequence => SIDE_NOTES.indexOf(consequence.claim);
    const top = [...found].sort((p, q) => rank(p) - rank(q))[0];
    return found.length === 0 ? [] : [top, ...found.filter(consequence => consequence !== top)];
  }

  /** The first consequence, large above the picture. */
  function first(state) {
    const [top] = ordered(state);
    return top
      ? html('p', { class: 'statement' }, line(top, state))
      : html('p', { class: 'quiet' }, 'No claim of the catalogue speaks of this start.');
  }

  function others(state) {
    const found = ordered(state).slice(1);
    return [
      found.length > 0
        ? html(
            'ul',
            { class: 'facts' },
            found.map(consequence => html('li', {}, line(consequence, state))),
          )
        : null,
      html(
        'p',
        { class: 'quiet' },
        'These are about the start, and so about every step after it. ' +
          'Each claim\u2019s page shows what establishes it: a proof, a run or a test.',
      ),
    ];
  }

  function caption(state, view, crowded) {
    const words = ['Units of one letter and colour are alike.', 'Dashed: 0.', 'Bold: changed by the last step.'];
    if (view.ahead && state.pass) {
      words.push('An arrow: Step will change this.');
    }
    if (crowded) {
      words.push('Too many numbers for the picture: they are in the tables below.');
    }
    return words.join(' ');
  }

  /**
   * Fills a run.
   *
   * @param root the frame
   * @param run {state, start: its network, before: the network before the last step or null, regions}
   * @param view {together: draw classes, ahead: show the step to come, asking: give nothing away, as a prediction is awaited,
   *     loss, edit: what a click on the plane does, data}
   */
  function draw(root, run, view) {
    const { state, before } = run;
    const nodes = LabNodes.columns(state, view.together);
    const width = Math.max(300, Math.floor(hole(root, 'drawing').clientWidth || 640));
    const { picture, crowded } = LabDrawing.draw({ state, previous: before, nodes, ahead: view.ahead }, width);
    fill(root, 'drawing', picture);
    fill(root, 'caption', caption(state, view, crowded));
    fill(root, 'first', first(state));
    hole(root, 'others-name').hidden = ordered(state).length < 2;
    root.querySelectorAll('[data-part=facts]').forEach(section => section.classList.toggle('kept', view.asking));
    fill(root, 'facts', others(state));
    fill(root, 'tables', LabMatrices.tables(state, before, nodes, view.ahead));
    fill(root, 'now', now(state, run.start));
    fill(
      root,
      'pass',
      view.ahead
        ? LabPass.show(state, view.loss)
        : html(
            'p',
            { class: 'quiet' },
            view.asking ? 'Hidden until you have predicted.' : 'Not shown: there is a switch for it under More.',
          ),
    );
    root.querySelector('[data-part=plane]').hidden = run.regions === null;
    drawPlane(root, run, view);
  }

  /** Fills the plane alone, of which rows may be missing still. */
  function drawPlane(root, run, view) {
    fill(
      root,
      'plane',
      run.regions &&
        LabPlane.show(view.data, run.regions, view.ahead ? run.state.pass.batch : [], view.edit, run.state.accuracyRule),
    );
  }

  return { frame, draw, drawPlane };
})();
