'use strict';

/** The samples as a table that can be edited, added to, and replaced by pasted lines. */
const LabData = (() => {
  const { html } = LabDom;
  const MOST_ROWS = 200;

  const list = value => (Array.isArray(value) ? value : [value]);

  function field(value, label, change) {
    const input = html('input', {
      class: 'cell',
      value,
      'aria-label': label,
      inputmode: 'text',
      spellcheck: 'false',
      autocomplete: 'off',
      size: Math.min(12, Math.max(3, String(value).length)),
    });
    input.addEventListener('change', () => change(input.value));
    return input;
  }

  /** The data with one entry replaced; the column after the inputs is the first target. */
  function replaced(data, row, column, text) {
    if (!LabNumber.isTyped(text)) {
      throw new Error(`${JSON.stringify(text)} is no number, expected one such as 3/4, -2 or 0.125`);
    }
    const inputs = data.inputs.map(sample => [...sample]);
    const targets = data.targets.map(target => (Array.isArray(target) ? [...target] : target));
    const width = inputs[row].length;
    if (column < width) {
      inputs[row][column] = LabNumber.tidy(text);
    } else if (Array.isArray(targets[row])) {
      targets[row][column - width] = LabNumber.tidy(text);
    } else {
      targets[row] = LabNumber.tidy(text);
    }
    return { inputs, targets };
  }

  const without = (data, row) => ({
    inputs: data.inputs.filter((_, i) => i !== row),
    targets: data.targets.filter((_, i) => i !== row),
  });
  const withOne = (data, sample, target) => ({ inputs: [...data.inputs, sample], targets: [...data.targets, target] });

  /**
   * The table.
   *
   * @param data {inputs, targets}
   * @param used numbers of the samples that the next step takes
   * @param change takes a function that makes the new data, or throws an error of one line
   */
  function show(data, used, change) {
    const width = data.inputs[0].length;
    const outputs = list(data.targets[0]).length;
    const rows = data.inputs.slice(0, MOST_ROWS).map((sample, i) =>
      html(
        'tr',
        { class: used.includes(i) ? 'used' : '' },
        html('th', { scope: 'row' }, i + 1),
        [...sample, ...list(data.targets[i])].map((value, k) =>
          html(
            'td',
            {},
            field(value, `sample ${i + 1}, ${k < width ? 'x' + (k + 1) : 'target'}`, text =>
              change(() => replaced(data, i, k, text)),
            ),
          ),
        ),
        html(
          'td',
          {},
          data.inputs.length > 1 &&
            html(
              'button',
              {
                type: 'button',
                class: 'small',
                'aria-label': `take away sample ${i + 1}`,
                onclick: () => change(() => without(data, i)),
              },
              '\u00d7',
            ),
        ),
      ),
    );
    return html(
      'div',
      { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': 'Table of the samples' },
      html(
        'table',
        { class: 'samples' },
        html(
          'thead',
          {},
          html(
            'tr',
            {},
            html('th', { scope: 'col' }, '#'),
            LabNodes.range(width).map(k => html('th', { scope: 'col' }, `x${k + 1}`)),
            LabNodes.range(outputs).map(k => html('th', { scope: 'col' }, outputs === 1 ? 'y' : `y${k + 1}`)),
            html('td', {}),
          ),
        ),
        html('tbody', {}, rows),
      ),
    );
  }

  /** One sample more, of zeros, with the target of the first. */
  const withZeros = data =>
    withOne(
      data,
      data.inputs[0].map(() => '0'),
      data.targets[0],
    );

  return { show, withOne, withZeros, without };
})();
