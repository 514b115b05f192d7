'use strict';

/** The buttons and fields of the page: what they show, and what they report when somebody changes them. */
const LabControls = (() => {
  const { html, byId } = LabDom;
  const STARTS = {
    zeros: 'All zeros',
    equal: 'All equal',
    twins: 'Twins',
    'zero-first': 'First layer zero',
    'zero-last': 'Last layer zero',
    biases: 'Biases only',
    'zero-unit': 'One unit zero',
    identity: 'Identity',
    random: 'Random',
    own: 'Your own',
  };
  const DRAWN = ['twins', 'zero-first', 'zero-last', 'biases', 'zero-unit', 'random'];

  const all = selector => [...document.querySelectorAll(selector)];

  function field(run, name, label) {
    const id = `${name}-${run}`;
    return html(
      'label',
      { for: id, 'data-needs': name },
      label,
      html('input', { id, 'data-start-number': name, size: 4, spellcheck: 'false', autocomplete: 'off' }),
    );
  }

  /** Fills the choosers of the two starts. */
  function build(on) {
    for (const run of ['a', 'b']) {
      const chooser = byId(`start-${run}`);
      chooser.append(
        html(
          'div',
          { class: 'choices' },
          Object.entries(STARTS).map(([name, words]) =>
            html(
              'button',
              {
                type: 'button',
                'data-start': name,
                'aria-pressed': 'false',
                onclick: () => on.start(run, name),
              },
              words,
            ),
          ),
        ),
        field(run, 'value', 'value'),
        field(run, 'seed', 'seed'),
      );
      chooser.addEventListener('change', event => on.startNumber(run, event.target.dataset.startNumber, event.target));
    }
    for (const control of all('[data-set]')) {
      control.addEventListener('change', () =>
        on.set(control.dataset.set, control.type === 'checkbox' ? control.checked : control.value, control),
      );
    }
    byId('paths').append(
      ...Object.entries(LabPaths.PATHS).map(([name, path]) =>
        html(
          'button',
          {
            type: 'button',
            'data-path': name,
            'aria-pressed': 'false',
            onclick: () => on.path(name),
          },
          path.title,
        ),
      ),
    );
  }

  function showStart(run, start) {
    const chooser = byId(`start-${run}`);
    for (const button of chooser.querySelectorAll('[data-start]')) {
      button.setAttribute('aria-pressed', String(button.dataset.start === start.start));
    }
    for (const label of chooser.querySelectorAll('[data-needs]')) {
      const name = label.dataset.needs;
      label.hidden = name === 'value' ? start.start !== 'equal' : !DRAWN.includes(start.start);
      label.querySelector('input').value = start[name];
    }
  }

  function showSetting(control, setup) {
    const value = setup[control.dataset.set];
    if (control.type === 'checkbox') {
      control.checked = value;
      return;
    }
    const shown = typeof value === 'string' ? value : 'own';
    if (control.tagName === 'SELECT' && ![...control.options].some(option => option.value === shown)) {
      control.append(html('option', { value: shown }, shown));
    }
    control.value = shown;
    control.removeAttribute('aria-invalid');
  }

  /** Shows a setup in all controls. */
  function show(setup) {
    all('[data-set]').forEach(control => showSetting(control, setup));
    byId('start-b').hidden = setup.b === null;
    byId('legend-a').textContent = setup.b ? 'Start A' : 'Start';
    byId('compare').setAttribute('aria-pressed', String(setup.b !== null));
    byId('compare').textContent = setup.b ? 'One start' : 'Two starts side by side';
    ['a', 'b'].filter(run => setup[run]).forEach(run => showStart(run, setup[run]));
    all('[data-path]').forEach(button => button.setAttribute('aria-pressed', String(button.dataset.path === setup.path)));
    all('[data-part]').forEach(part => part.classList.toggle('taken-away', setup.hide.includes(part.dataset.part)));
  }

  /** Lets the buttons be pressed that make sense at a step; while it computes, only Stop. */
  function allow(step, busy) {
    all('#back, #rewind').forEach(button => {
      button.disabled = busy || step === 0;
    });
    all('#step, #ten, #run').forEach(button => {
      button.disabled = busy;
    });
    byId('stop').disabled = !busy;
    byId('count').textContent = `step ${step}`;
  }

  return { build, show, allow };
})();
