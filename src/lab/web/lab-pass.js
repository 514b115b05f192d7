'use strict';

/** The pass that the next step will take, before it is taken: forward, loss, backward, update. */
const LabPass = (() => {
  const { html, number } = LabDom;
  const MOST_CHANGES = 6;
  const LOSSES = {
    perceptron: 'max(0, \u2212y f)',
    hinge: 'max(0, 1 \u2212 y f)',
    squared: '(f \u2212 y)\u00b2 / 2',
    absolute: '|f \u2212 y|',
    logistic: 'log(1 + exp(\u2212y f))',
    'cross-entropy': 'cross-entropy',
  };

  /** A vector in brackets; a run of equal numbers is written once. */
  function vector(values) {
    const runs = [];
    for (const value of values) {
      const last = runs[runs.length - 1];
      if (last && values.length > 3 && LabNumber.same(last.value, value)) {
        last.times++;
      } else {
        runs.push({ value, times: 1 });
      }
    }
    const words = runs.flatMap((run, i) => [
      i > 0 && ', ',
      number(run.value),
      run.times > 1 && html('span', { class: 'quiet' }, ` \u00d7${run.times}`),
    ]);
    return values.length === 1 ? words : ['(', ...words, ')'];
  }

  const list = value => (Array.isArray(value) ? value : [value]);
  const line = (name, ...words) => html('tr', {}, html('th', { scope: 'row' }, name), html('td', {}, words));

  function layerName(l, depth) {
    return l === depth - 1 ? 'output' : depth === 2 ? 'hidden' : `hidden ${l + 1}`;
  }

  function forward(sample, depth) {
    return sample.preactivations.map((z, l) =>
      line(
        layerName(l, depth),
        html('i', {}, 'z'),
        ' = ',
        vector(z),
        l < depth - 1
          ? [html('br'), html('i', {}, 'a'), ' = ', vector(sample.activations[l])]
          : sample.output && [html('br'), html('i', {}, 'f'), ' = ', vector(list(sample.output))],
      ),
    );
  }

  function backward(sample, depth) {
    return LabNodes.range(depth)
      .reverse()
      .map(l => line(layerName(l, depth), html('i', {}, '\u03b4'), ' = ', vector(sample.deltas[l])));
  }

  function one(state, sample, index, loss, open) {
    const depth = state.network.layers.length;
    const group = (title, words, rows) => {
      const heading = html(
        'th',
        { scope: 'rowgroup', colspan: 2, class: 'part' },
        title,
        html('span', { class: 'quiet' }, words),
      );
      return html('tbody', {}, html('tr', {}, heading), rows);
    };
    return html(
      'details',
      { open },
      html('summary', {}, `sample ${index + 1}: x = `, vector(list(sample.x)), ', y = ', vector(list(sample.y))),
      html(
        'table',
        { class: 'pass' },
        group('1 Forward', ' pre-activations z, activations a', forward(sample, depth)),
        group('2 Loss', ' of output f and target y', line(loss, LOSSES[loss] ? LOSSES[loss] + ' = ' : '', number(sample.loss))),
        group('3 Backward', ' errors \u03b4: the derivatives of the loss by z', backward(sample, depth)),
      ),
    );
  }

  function changes(found, total) {
    if (found.length === 0) {
      return html(
        'p',
        { class: 'update' },
        html('strong', {}, 'Nothing will change'),
        `: all ${total} numbers stay as they are.`,
      );
    }
    return html(
      'p',
      { class: 'update' },
      html('strong', {}, `${found.length} of ${total} numbers will change`),
      ': ',
      found
        .slice(0, MOST_CHANGES)
        .flatMap((change, i) => [
          i > 0 && ', ',
          LabMatrices.name(change.at),
          ' from ',
          number(change.from),
          ' to ',
          number(change.to),
        ]),
      found.length > MOST_CHANGES ? ` and ${found.length - MOST_CHANGES} more.` : '.',
    );
  }

  /** The pass of a state as elements: a part for each sample of the batch, then what the update does. */
  function show(state, loss) {
    const { samples, batch, next } = state.pass;
    return [
      samples.map((sample, i) => one(state, sample, batch[i], loss, i === 0)),
      html('h3', {}, '4 Update', html('span', { class: 'quiet' }, ' the numbers after the step')),
      next === null
        ? html('p', { class: 'update' }, state.stopped)
        : changes(LabMatrices.differences(state.network, next), LabMatrices.count(state.network)),
    ];
  }

  return { show };
})();
