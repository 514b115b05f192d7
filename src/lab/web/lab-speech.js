'use strict';

/** What a step has done, in a sentence for those who do not see the picture. */
const LabSpeech = (() => {
  const MOST = 3;

  function changes({ state, before }) {
    if (before === null) {
      return 'the start.';
    }
    const found = LabMatrices.differences(before, state.network);
    if (found.length === 0) {
      return 'nothing changed.';
    }
    const first = found
      .slice(0, MOST)
      .map(({ at, to }) => `${LabMatrices.name(at)} is ${LabNumber.short(to).text}`)
      .join(', ');
    const rest = found.length > MOST ? ' and more' : '';
    return `${found.length} of ${LabMatrices.count(state.network)} numbers changed: ${first}${rest}.`;
  }

  /** Of all runs, by name; a single one needs none. */
  function step(runs) {
    return runs
      .names()
      .map(name => {
        const run = runs.get(name);
        const who = runs.names().length > 1 ? `Start ${name.toUpperCase()}, step` : 'Step';
        return `${who} ${run.state.step}: ${changes(run)} Mean loss ${LabNumber.short(run.state.loss).text}.`;
      })
      .join(' ');
  }

  return { step };
})();
