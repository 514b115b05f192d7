'use strict';

/** A network as a picture: units as circles, weights as lines with their numbers, and what the next step will make of them. */
const LabDrawing = (() => {
  const { svg } = LabDom;
  const RADIUS = 24;
  const MARGIN = 52;
  const TOP = 62;
  const MOST_LABELS = 40;
  const NARROW = 520;
  const MOST_ARROW = 12;
  const ARROW = ' \u2192 ';

  const short = value => LabNumber.short(value).text;

  /** The one value of many, or null if they differ. */
  const common = values => (values.every(value => LabNumber.same(value, values[0])) ? values[0] : null);

  const weights = (network, l, from, to) => to.members.flatMap(j => from.members.map(k => network.layers[l].weights[j][k]));
  const biases = (network, l, node) => node.members.map(unit => network.layers[l].bias[unit]);

  /** What Step makes of numbers: an arrow, with what it leads to if there is room for it beside the value. */
  function arrow(value, after) {
    const told = value !== null && common(after) !== null ? ARROW + short(common(after)) : '';
    return told !== '' && short(value).length + told.length <= MOST_ARROW ? told : ' \u2192';
  }

  /** What a label says of parameters: their value, if it is one, and with `ahead` an arrow if the next step changes it. */
  function words(before, now, after, ahead) {
    const value = common(now);
    const next = ahead && now.some((old, i) => !LabNumber.same(old, after[i])) ? arrow(value, after) : '';
    return {
      text: value === null ? null : short(value) + next,
      next,
      exact: value === null ? null : LabNumber.exact(value),
      zero: now.every(LabNumber.isZero),
      moved: before !== null && now.some((entry, i) => !LabNumber.same(entry, before[i])),
      single: now.length === 1,
    };
  }

  /** `read` of the network before the last step, now, and after the next; null where there is none. */
  function said({ state, previous, ahead }, read) {
    const next = state.pass && state.pass.next;
    return words(previous && read(previous), read(state.network), read(next || state.network), ahead);
  }

  /** All lines between two columns, with what their labels say. */
  function edges(l, shown, places) {
    const [from, to] = [shown.nodes[l], shown.nodes[l + 1]];
    return to.flatMap((target, j) =>
      from.map((source, k) => ({
        x1: places[l][k].x,
        y1: places[l][k].y,
        x2: places[l + 1][j].x,
        y2: places[l + 1][j].y,
        wish: to.length === 1 ? 0.5 : 0.26 + (0.46 * j) / (to.length - 1),
        ...said(shown, network => weights(network, l, source, target)),
        at: { layer: l, row: target.members[0], column: source.members[0] },
      })),
    );
  }

  /** The biases of a column, each above its circle and within the picture. */
  function tops(l, shown, places, width) {
    return !shown.state.network.layers[l].bias
      ? []
      : shown.nodes[l + 1].map((node, j) => {
          const about = said(shown, network => biases(network, l, node));
          const text = about.text === null ? null : 'b = ' + about.text;
          const box = LabLayout.boxOf(text || '', places[l + 1][j].x, places[l + 1][j].y - RADIUS - 14);
          return {
            ...about,
            text,
            box: { ...box, x: Math.min(box.x, width - box.w / 2) },
            at: { layer: l, row: node.members[0], column: -1 },
          };
        });
  }

  /** All labels for one distance of rows; a layer without room for its labels goes without. */
  function attempt(shown, width, row) {
    const counts = shown.nodes.map(column => column.length);
    const places = LabLayout.columns(counts, width, row, MARGIN, TOP);
    const layers = LabNodes.range(counts.length - 1);
    const taken = places.flat().map(({ x, y }) => ({ x, y, w: 2 * RADIUS + 6, h: 2 * RADIUS + 2 }));
    const above = layers.map(l => {
      const labels = tops(l, shown, places, width);
      const apart = labels.every(
        (label, j) =>
          !labels.slice(0, j).some(other => LabLayout.overlap(label.box, other.box)) &&
          !taken.some(box => LabLayout.overlap(label.box, box)),
      );
      taken.push(...(apart ? labels.map(label => label.box) : []));
      return apart ? labels : [];
    });
    const gaps = layers.map(l => {
      const lines = edges(l, shown, places);
      const boxes = lines.length > MOST_LABELS || lines.some(line => line.text === null) ? null : LabLayout.label(lines, taken);
      taken.push(...(boxes || []));
      return { lines, boxes };
    });
    const missing =
      gaps.filter(gap => gap.boxes === null).length +
      above.filter((labels, l) => labels.length === 0 && shown.state.network.layers[l].bias).length;
    return { row, places, gaps, above, missing };
  }

  /** The first distance of rows that has room for all labels, else the one that lacks least. */
  function arranged(shown, width) {
    const most = Math.max(...shown.nodes.map(column => column.length));
    const rows = most > 6 ? [58] : most > 3 ? [100, 130] : width < NARROW ? [112, 140, 170] : [140, 170, 200];
    let best = null;
    for (const row of rows) {
      if (best === null || best.missing > 0) {
        const found = attempt(shown, width, row);
        best = best === null || found.missing < best.missing ? found : best;
      }
    }
    return best;
  }

  function label(about, box, kind) {
    return svg(
      'text',
      {
        class: `label ${kind}${about.moved ? ' moved' : ''}`,
        x: box.x,
        y: box.y + 5,
        ...(about.single && { 'data-at': `${about.at.layer},${about.at.row},${about.at.column}` }),
      },
      svg('title', {}, `${about.exact}${about.single ? '; click to edit' : ''}`),
      about.text.slice(0, about.text.length - about.next.length),
      about.next !== '' && svg('tspan', { class: 'next' }, about.next),
    );
  }

  function circle(node, { x, y }) {
    const many = node.members.length > 1;
    const hidden = node.kind === 'hidden';
    return svg(
      'g',
      { class: `unit ${node.kind}${node.dead ? ' dead' : ''}` },
      many && svg('circle', { class: 'behind', cx: x + 5, cy: y + 5, r: RADIUS }),
      svg('circle', {
        class: hidden ? `colour${node.colour}` : null,
        cx: x,
        cy: y,
        r: RADIUS,
        'data-letter': hidden ? node.name : null,
      }),
      svg('text', { x, y: y + (many ? 2 : 5.5) }, node.name),
      many && svg('text', { class: 'times', x, y: y + 16 }, `\u00d7 ${node.members.length}`),
      node.dead && svg('text', { class: 'note', x, y: y + RADIUS + (many ? 21 : 15) }, 'dead'),
    );
  }

  function summary(state) {
    const distinct = state.classes.map(
      (classes, l) => `hidden layer ${l + 1}: ${state.widths[l + 1]} units, ${classes.length} distinct`,
    );
    const what = `Network of widths ${state.widths.join(', ')} after ${state.step} steps.`;
    return `${what} ${distinct.join('; ')}. Its numbers are in the tables below.`;
  }

  /**
   * The picture as an SVG element.
   *
   * @param shown {state, previous: the network before the last step or null, nodes: columns of nodes, ahead: whether the next
   *    step is shown}
   * @param width in pixels; the height follows
   */
  function draw(shown, width) {
    const { row, places, gaps, above, missing } = arranged(shown, width);
    const height = TOP + MARGIN + row * (Math.max(...shown.nodes.map(column => column.length)) - 1);
    const lines = gaps
      .flatMap(gap => gap.lines)
      .map(line =>
        svg('line', {
          class: `weight${line.zero ? ' zero' : ''}${line.moved ? ' moved' : ''}`,
          x1: line.x1,
          y1: line.y1,
          x2: line.x2,
          y2: line.y2,
        }),
      );
    const onLines = gaps.flatMap(gap => (gap.boxes || []).map((box, i) => label(gap.lines[i], box, 'weight')));
    return {
      crowded: missing > 0,
      picture: svg(
        'svg',
        { class: 'network', role: 'img', 'aria-label': summary(shown.state), width, height, viewBox: `0 0 ${width} ${height}` },
        lines,
        shown.nodes.flatMap((column, l) => column.map((node, i) => circle(node, places[l][i]))),
        onLines,
        above
          .flat()
          .filter(top => top.text !== null)
          .map(top => label(top, top.box, 'bias')),
      ),
    };
  }

  return { draw };
})();
