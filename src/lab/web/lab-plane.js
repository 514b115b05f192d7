'use strict';

/** Samples of two inputs as points, on the regions that the network gives one label; a click adds a point or takes one away. */
const LabPlane = (() => {
  const { svg, html } = LabDom;
  const SIZE = 260;
  const CELLS = 40;
  const KINDS = { '+': 'plus', '-': 'minus', 0: 'nought' };

  /** Half of the side of the plane, an integer: 3, or room for all samples. */
  function reach(inputs) {
    const far = Math.max(
      0,
      ...inputs
        .flat()
        .map(value => Math.abs(LabNumber.pixel(value)))
        .filter(Number.isFinite),
    );
    return Math.min(1000000, Math.max(3, Math.ceil(far * 1.2)));
  }

  /** Centres of the cells, as exact fractions: the engine decides the sign at each of them. */
  function grid(inputs) {
    const far = reach(inputs);
    const at = LabNodes.range(CELLS).map(i => `${far * (2 * i + 1 - CELLS)}/${CELLS}`);
    return { xs: at, ys: [...at].reverse() };
  }

  const pixel = (value, far) => SIZE / 2 + ((LabNumber.pixel(value) / far) * SIZE) / 2;

  const keys = { threshold: ['above 1/2', 'below', 'at 1/2'] };

  const kindOf = mark => KINDS[mark] || `colour${Number(mark) % 8}`;

  /** Rows of cells of one mark as rectangles, so that 1,600 cells are few elements. */
  function cells(regions) {
    const side = SIZE / CELLS;
    return regions.flatMap((row, r) => {
      const runs = [];
      [...row].forEach((mark, c) => {
        const last = runs[runs.length - 1];
        if (last && last.mark === mark) {
          last.length++;
        } else {
          runs.push({ mark, from: c, length: 1 });
        }
      });
      return runs.map(run =>
        svg('rect', {
          class: `region ${kindOf(run.mark)}`,
          x: run.from * side,
          y: r * side,
          width: run.length * side,
          height: side,
        }),
      );
    });
  }

  const positive = target => !LabNumber.isNegative(target) && !LabNumber.isZero(target);

  /** What is below the rows that are known. */
  const unknown = rows =>
    svg('rect', { class: 'region unknown', y: (rows * SIZE) / CELLS, width: SIZE, height: SIZE - (rows * SIZE) / CELLS });

  /** The output that the target asks for, if it asks for one of several. */
  const wanted = target =>
    Array.isArray(target) ? target.findIndex(value => !LabNumber.isZero(value) && !LabNumber.isNegative(value)) : null;

  function point(sample, target, i, far, used) {
    const x = pixel(sample[0], far);
    const y = SIZE - pixel(sample[1], far);
    const output = wanted(target);
    const kind = output !== null ? `colour${output % 8}` : positive(target) ? 'plus' : 'minus';
    return svg(
      'g',
      { class: `sample ${kind}${used ? ' used' : ''}`, 'data-sample': i },
      svg('circle', { cx: x, cy: y, r: 8 }),
      output === null
        ? svg('path', { d: `M${x - 4} ${y}h8${kind === 'plus' ? `M${x} ${y - 4}v8` : ''}` })
        : svg('text', { x, y: y + 4 }, output + 1),
      svg('title', {}, `sample ${i + 1}: (${sample.join(', ')}), target ${target}; click to take it away`),
    );
  }

  /** The place of a click, in halves, as texts. */
  function place(event, element, far) {
    const box = element.getBoundingClientRect();
    const half = share => {
      const halves = Math.round((2 * share - 1) * far * 2);
      return halves % 2 === 0 ? String(halves / 2) : `${halves}/2`;
    };
    return [half((event.clientX - box.left) / box.width), half(1 - (event.clientY - box.top) / box.height)];
  }

  /**
   * The plane as a figure.
   *
   * @param data {inputs, targets}
   * @param regions rows of marks from top to bottom, as many as are known
   * @param used numbers of the samples that the next step takes
   * @param edit takes {add: [x1, x2]} or {remove: number}
   * @param rule how an output becomes a label, as the engine calls it, or null
   */
  function show(data, regions, used, edit, rule) {
    const far = reach(data.inputs);
    const axis = SIZE / 2;
    const picture = svg(
      'svg',
      {
        class: 'plane',
        role: 'img',
        viewBox: `0 0 ${SIZE} ${SIZE}`,
        'aria-label':
          'The samples as points in the plane of the two inputs, and where the output is positive and negative. ' +
          'The table of the data has the samples too.',
      },
      cells(regions),
      regions.length < CELLS && unknown(regions.length),
      svg('path', { class: 'axis', d: `M0 ${axis}H${SIZE}M${axis} 0V${SIZE}` }),
      svg('text', { x: SIZE - 5, y: axis - 5, class: 'end' }, `x1 = ${far}`),
      svg('text', { x: axis + 5, y: 12 }, `x2 = ${far}`),
      data.inputs.map((sample, i) => point(sample, data.targets[i], i, far, used.includes(i))),
    );
    picture.addEventListener('click', event => {
      const old = event.target.closest('[data-sample]');
      edit(old ? { remove: Number(old.dataset.sample) } : { add: place(event, picture, far) });
    });
    const named = keys[rule] || ['positive', 'negative', 'zero'];
    const legend =
      rule === 'argmax'
        ? 'Each colour is the output that is largest; a sample bears the number of the output that its target asks for.'
        : ['output', ...['plus', 'minus', 'nought'].map((kind, i) => html('span', { class: `key ${kind}` }, named[i]))];
    return html('figure', {}, picture, html('figcaption', { class: 'legend' }, legend));
  }

  return { show, grid };
})();
