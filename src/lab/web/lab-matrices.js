'use strict';

/**
 * The parameters as tables, each beside its gradient; rows of units that are alike are written once. Each number can be edited.
 */
const LabMatrices = (() => {
  const { html, number } = LabDom;
  const SUB = '\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089';

  const sub = n => [...String(n)].map(digit => SUB[digit]).join('');

  function chip(node) {
    const times = node.members.length > 1 ? ` \u00d7${node.members.length}` : '';
    return html('span', { class: `chip ${node.kind === 'hidden' ? 'colour' + node.colour : ''}` }, node.name + times);
  }

  /** Names of the places of a layer's parameters: W1[2,1] and b1[2], counted from 1. */
  function name(at) {
    return at.column < 0 ? `b${sub(at.layer + 1)}[${at.row + 1}]` : `W${sub(at.layer + 1)}[${at.row + 1},${at.column + 1}]`;
  }

  /** A number of a table; one that can be edited is a button, which shows the exact number in its field. */
  function cell(value, before, at, editable) {
    const moved = before !== null && !LabNumber.same(value, before);
    const kind = moved ? ' moved' : '';
    if (!editable) {
      return html('td', { class: kind }, number(value, kind));
    }
    const zero = LabNumber.isZero(value) ? ' zero' : '';
    return html(
      'td',
      { class: kind },
      html(
        'button',
        {
          type: 'button',
          class: `number edit${kind}${zero}`,
          title: LabNumber.exact(value),
          'data-at': `${at.layer},${at.row},${at.column}`,
          'aria-label': `${name(at)} is ${LabNumber.short(value).text}, edit`,
        },
        LabNumber.short(value).text,
      ),
    );
  }

  function table(caption, layer, l, columns, previous, editable) {
    const rows = columns[l + 1];
    const inputs = columns[l];
    const of = network => (network === null ? null : network.layers[l]);
    const old = of(previous);
    return html(
      'table',
      { class: 'matrix' },
      html('caption', {}, caption),
      html(
        'thead',
        {},
        html(
          'tr',
          {},
          html('td', {}),
          inputs.map(node => html('th', { scope: 'col' }, chip(node))),
          layer.bias && html('th', { scope: 'col', class: 'bias' }, 'b'),
        ),
      ),
      html(
        'tbody',
        {},
        rows.map(row =>
          html(
            'tr',
            {},
            html('th', { scope: 'row' }, chip(row)),
            inputs.map(node =>
              cell(
                layer.weights[row.members[0]][node.members[0]],
                old && old.weights[row.members[0]][node.members[0]],
                { layer: l, row: row.members[0], column: node.members[0] },
                editable && row.members.length === 1 && node.members.length === 1,
              ),
            ),
            layer.bias &&
              cell(
                layer.bias[row.members[0]],
                old && old.bias[row.members[0]],
                { layer: l, row: row.members[0], column: -1 },
                editable && row.members.length === 1,
              ),
          ),
        ),
      ),
    );
  }

  /** Inputs keep their columns, as what a unit has for each of them differs; hidden units stand by class if drawn so. */
  function columnsOf(state, nodes) {
    return [LabNodes.range(state.widths[0]).map(i => ({ members: [i], name: 'x' + (i + 1), kind: 'input' })), ...nodes.slice(1)];
  }

  /** Tables of all layers; with `ahead` each beside the gradient of the next step. */
  function tables(state, previous, nodes, ahead) {
    const columns = columnsOf(state, nodes);
    return state.network.layers.map((layer, l) =>
      html(
        'div',
        { class: 'pair' },
        table(`weights W${sub(l + 1)}${layer.bias ? ' and biases' : ''}`, layer, l, columns, previous, true),
        ahead && state.pass && table('their gradient', state.pass.gradients.layers[l], l, columns, null, false),
      ),
    );
  }

  /** Where two networks of one shape differ: {at, from, to} of every such parameter, in order. */
  function differences(from, to) {
    return from.layers
      .flatMap((layer, l) =>
        layer.weights.flatMap((row, j) => [
          ...row.map((value, k) => ({ at: { layer: l, row: j, column: k }, from: value, to: to.layers[l].weights[j][k] })),
          ...(layer.bias ? [{ at: { layer: l, row: j, column: -1 }, from: layer.bias[j], to: to.layers[l].bias[j] }] : []),
        ]),
      )
      .filter(change => !LabNumber.same(change.from, change.to));
  }

  const count = network =>
    network.layers.reduce((sum, layer) => sum + layer.weights.length * (layer.weights[0].length + (layer.bias ? 1 : 0)), 0);

  return { tables, name, differences, count, chip };
})();
