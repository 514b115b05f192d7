'use strict';

/** What became of the loss and of the share classified right, step by step, as two small pictures. */
const LabCharts = (() => {
  const { svg, html } = LabDom;
  const WIDTH = 300;
  const HEIGHT = 96;
  const LEFT = 42;
  const BOTTOM = 18;
  const TOP = 8;
  const MOST_POINTS = 150;

  const plain = value =>
    value === 0 ? '0' : value >= 1e5 || value < 1e-2 ? value.toExponential(0) : String(Number(value.toPrecision(3)));

  const known = values => values.filter(value => value !== null);

  function series(values, steps, high, kind) {
    const stride = Math.max(1, Math.ceil(values.length / MOST_POINTS));
    const at = values
      .map((value, step) => ({ value, step }))
      .filter(({ value, step }) => value !== null && (step % stride === 0 || step === values.length - 1))
      .map(({ value, step }) => ({
        x: LEFT + ((WIDTH - LEFT - 10) * step) / steps,
        y: HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * Math.min(1, LabNumber.pixel(value) / high),
      }));
    const last = at[at.length - 1];
    return (
      last && [
        svg('polyline', { class: kind, points: at.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ') }),
        svg('circle', { class: kind, cx: last.x, cy: last.y, r: 3 }),
      ]
    );
  }

  /** A chart of one or two lists of values, one value a step from 0; null is a value that there is not. */
  function chart(title, curves, high) {
    if (curves.every(values => known(values).length === 0)) {
      return null;
    }
    const steps = Math.max(1, ...curves.map(values => values.length - 1));
    const floor = HEIGHT - BOTTOM;
    const ends = curves.map(values => values[values.length - 1]).filter(value => value !== null);
    const words = `${title}, steps 0 to ${steps}; now ${ends.map(value => LabNumber.short(value).text).join(' and ')}`;
    return html(
      'figure',
      { class: 'chart' },
      html('figcaption', {}, title, curves.length > 1 && ' (A solid, B dashed)'),
      svg(
        'svg',
        { role: 'img', 'aria-label': words, viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
        svg('path', { class: 'grid', d: `M${LEFT} ${TOP}V${floor}H${WIDTH - 10}M${LEFT} ${TOP}h${WIDTH - 10 - LEFT}` }),
        svg('text', { class: 'end', x: LEFT - 5, y: TOP + 4 }, plain(high)),
        svg('text', { class: 'end', x: LEFT - 5, y: floor + 4 }, '0'),
        svg('text', { x: LEFT, y: HEIGHT - 4 }, '0'),
        svg('text', { class: 'end', x: WIDTH - 10, y: HEIGHT - 4 }, `step ${steps}`),
        curves.map((values, i) => series(values, steps, high, 'ab'[i])),
      ),
    );
  }

  /** Charts of the curves of one or two runs, each {loss: [...], accuracy: [...]} with a value a step. */
  function show(curves) {
    const losses = curves
      .flatMap(curve => known(curve.loss))
      .map(LabNumber.pixel)
      .filter(Number.isFinite);
    return [
      chart(
        'mean loss',
        curves.map(curve => curve.loss),
        Math.max(...losses, 0) || 1,
      ),
      chart(
        'share classified right',
        curves.map(curve => curve.accuracy),
        1,
      ),
    ];
  }

  return { show };
})();
