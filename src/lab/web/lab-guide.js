'use strict';

/** The card of a guided path: the question, the answers to choose from, and what happened, once it has. */
const LabGuide = (() => {
  const { html } = LabDom;

  const claimLink = id => html('a', { href: `claims/${id}.html` }, id);

  function verdict(step, chosen) {
    const right = step.answers[step.right];
    return html(
      'p',
      { class: 'verdict' },
      html(
        'strong',
        {},
        chosen === step.right
          ? 'As you predicted. '
          : `You predicted \u201c${step.answers[chosen]}\u201d. It is: \u201c${right}\u201d. `,
      ),
      step.then,
    );
  }

  function links(step) {
    return html(
      'p',
      {},
      'What settles it: ',
      step.claims.flatMap((id, i) => [i > 0 && ', ', claimLink(id)]),
      step.more && [', ', html('a', { href: step.more.href }, step.more.text)],
      '.',
    );
  }

  function question(path, at, chosen, done, act) {
    const step = LabPaths.PATHS[path].steps[at];
    const legend = html('legend', {}, step.ask);
    const answers = step.answers.map((answer, i) => {
      const input = html('input', { type: 'radio', name: 'answer', id: `answer-${i}`, value: i, disabled: done });
      input.checked = chosen === i;
      input.addEventListener('change', () => act.choose(i));
      return html('label', { for: `answer-${i}`, class: done && i === step.right ? 'right' : '' }, input, answer);
    });
    return html('fieldset', {}, legend, answers);
  }

  /**
   * The card.
   *
   * @param chosen number of the answer, or null
   * @param done whether the steps have been taken
   * @param act what the buttons do: choose(number), take(), next(), leave()
   */
  function show({ path, at, chosen, done }, act) {
    const { title, steps } = LabPaths.PATHS[path];
    const step = steps[at];
    const last = at === steps.length - 1;
    return [
      html(
        'h2',
        {},
        `${title}: ${at + 1} of ${steps.length}`,
        html('button', { type: 'button', class: 'small leave', onclick: act.leave }, 'Leave the path'),
      ),
      question(path, at, chosen, done, act),
      !done &&
        html(
          'p',
          {},
          html(
            'button',
            { type: 'button', id: 'take', class: 'main', disabled: chosen === null, onclick: act.take },
            'Step and compare',
          ),
          chosen === null && html('span', { class: 'quiet' }, ' Predict first.'),
        ),
      done && [
        verdict(step, chosen),
        links(step),
        html(
          'p',
          {},
          html(
            'button',
            { type: 'button', id: 'next', class: 'main', onclick: last ? act.leave : act.next },
            last ? 'Finish' : 'Next question',
          ),
        ),
      ],
    ];
  }

  return { show };
})();
