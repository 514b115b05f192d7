'use strict';

/**
 * Guided paths: each step asks for a prediction, takes the steps, compares, and links to the proof or the run that settles it. A
 * step is {set, ask, answers, right: number of the right answer, go: the step to go to, then: what to see, claims}; `set` is what
 * it changes in the setup of the path, from the start; without `set` the run goes on from where it is.
 */
const LabPaths = (() => {
  const layer = (weights, bias, activation) => ({ weights, bias, activation });
  const network = (hidden, biases, output) => ({
    layers: [layer(hidden, biases, 'relu'), layer([output], ['0'], 'identity')],
  });
  const ONES = [
    ['1', '1'],
    ['1', '1'],
  ];
  const ZEROS = [
    ['0', '0'],
    ['0', '0'],
  ];
  const own = made => ({ start: 'own', value: '1', seed: '1', network: made });
  const TURNED = {
    inputs: [
      ['1', '2'],
      ['2', '-1'],
    ],
    targets: ['-1', '1'],
  };

  const PATHS = {
    zeros: {
      title: 'All zeros',
      setup: {},
      steps: [
        {
          set: {},
          go: 1,
          right: 2,
          claims: ['ZERO-1'],
          ask: 'All nine numbers are 0. Step takes sample 1, whose label is 1, while the output is 0. Which numbers change?',
          answers: ['All nine', 'The weights, not the biases', 'Only the output bias', 'None'],
          then:
            'Only the output bias has a gradient. The hidden units put out 0, so the output weights have none; the output ' +
            'weights are 0, so no error comes back.',
        },
        {
          go: 11,
          right: 1,
          claims: ['ZERO-2'],
          ask: 'The output bias is 1/10 now, so the state is no longer all zero. Ten more steps: does a weight move?',
          answers: ['Yes, as the output is no longer 0', 'No, and no later step moves one'],
          then:
            'Look at the weights: all dashed. Only the output bias went up and down. That is proved for any data, rate, loss ' +
            'and number of steps.',
        },
        {
          set: { bias: false },
          go: 1,
          right: 2,
          claims: ['ZERO-3'],
          ask: 'The same start without biases. What changes now?',
          answers: ['The output weights', 'All weights, a little', 'Nothing at all'],
          then: 'Nothing. The output bias was the only number that could move, and there is none now.',
        },
        {
          set: { shape: '2,3,3,1', loss: 'squared', rate: '1' },
          go: 8,
          right: 0,
          claims: ['ZERO-6', 'ZERO-2'],
          ask: 'Two hidden layers, squared loss and a rate of 1, biases on. Eight steps: which numbers move?',
          answers: ['Only the output bias', 'The last layer', 'All, as the rate is large'],
          then: 'Still only the output bias. Depth, loss and rate do not help.',
        },
        {
          set: { activation: 'rational-sigmoid' },
          go: 2,
          right: 1,
          claims: ['ACT-2', 'SYM-2'],
          ask: 'One hidden layer again, with a sigmoid: its value at 0 is 1/2, not 0. After two steps, what holds?',
          answers: [
            'Still only the output bias has moved',
            'Weights have moved, and the two hidden units are equal',
            'Weights have moved, and the two hidden units differ',
          ],
          then: 'The weights leave zero. But both hidden units are one colour: they started equal, and stay equal for ever.',
        },
      ],
    },
    equal: {
      title: 'All equal',
      setup: { a: own(network(ONES, ['0', '0'], ['1', '1'])), data: TURNED },
      steps: [
        {
          set: {},
          go: 1,
          right: 0,
          claims: ['SYM-1', 'SYM-2'],
          ask: 'All weights are 1. The two hidden units are alike: one colour, one letter. After a step, are they still alike?',
          answers: ['Yes, equal to each other', 'No, they differ'],
          then: 'One colour still. Equal units get equal gradients.',
        },
        {
          set: {},
          go: 1,
          right: 1,
          claims: ['Q-3', 'SYM-6'],
          ask: 'Now look inside one unit. Its two incoming weights were both 1. After the step, are these two equal?',
          answers: ['Yes, all weights keep one value', 'No, they differ'],
          then:
            '9/10 and 4/5: the inputs 1 and 2 differ, so the gradients do. Rows of equal units agree; entries within a row ' +
            'need not.',
        },
        {
          go: 11,
          right: 1,
          claims: ['SYM-2', 'SYM-8'],
          ask: 'Ten more steps. Will the two units part?',
          answers: ['Yes, small differences grow', 'No, not by any number of steps'],
          then: 'The fractions grow long, and agree to the last digit. Two equal units train as one unit with other rates.',
        },
        {
          go: 20,
          right: 1,
          claims: ['Q-5', 'SYM-7'],
          ask: 'Half of the samples are right so far. On to step 20: can a network of equal units learn these two samples?',
          answers: ['No, equal weights cannot learn', 'Yes, both samples'],
          then:
            'Both are right: equal is not the same as stuck. One unit is enough for these data, and two equal ones work as ' +
            'one.',
        },
      ],
    },
    nudge: {
      title: 'One number moved',
      setup: { a: own(network(ONES, ['0', '0'], ['1', '11/10'])), data: TURNED },
      steps: [
        {
          set: {},
          go: 1,
          right: 1,
          claims: ['SYM-10'],
          ask:
            'All weights 1, but one outgoing weight is 11/10. The incoming weights of A and B are equal. After a step, are ' +
            'they still?',
          answers: ['Yes, only the outgoing ones differ', 'No, they part in this step'],
          then: 'They part at once: the error that comes back to each unit is multiplied by its own outgoing weight.',
        },
        {
          set: { a: own(network(ZEROS, ['0', '0'], ['1', '0'])) },
          go: 11,
          right: 2,
          claims: ['PART-2', 'PART-3'],
          ask: 'The same move at zero: one outgoing weight is 1, all else 0. Which numbers move in eleven steps?',
          answers: ['The weights of unit A', 'All of them', 'Only the output bias'],
          then: 'An error does reach unit A, but its pre-activation is exactly 0, where the derivative of ReLU is taken as 0.',
        },
        {
          set: { a: own(network(ZEROS, ['1/10', '0'], ['1', '0'])) },
          go: 1,
          right: 0,
          claims: ['PART-4', 'UNIT-0'],
          ask: 'Give unit A a hidden bias of 1/10 as well. Unit B is all zero. What happens in a step?',
          answers: ['A moves, B does not', 'A moves, and takes B with it', 'Neither moves'],
          then: 'A wakes up: its weights are 0, its gradients are not. B is a unit of zeros: it never grows back.',
        },
        {
          set: { a: { start: 'random', value: '1', seed: '1', network: null } },
          go: 10,
          right: 0,
          claims: ['SYM-5'],
          ask: 'A random start: two units, two colours. Can training make three different units of them, or more?',
          answers: ['No: never more than at the start', 'Yes, if it runs long enough'],
          then:
            'The number of different units never grows. That is why a start has to bring the differences along. The decision ' +
            'table shows what each start does.',
          more: { href: 'decision.html', text: 'Decision table' },
        },
      ],
    },
  };

  /** The setup at which a step of a path begins: that of the last step before it that sets one. */
  function setupOf(path, at) {
    const { setup, steps } = PATHS[path];
    const from = steps
      .slice(0, at + 1)
      .filter(step => step.set)
      .pop();
    return { ...LabSetup.DEFAULTS, ...setup, ...from.set, path, at, steps: steps[at].set ? 0 : steps[at - 1].go };
  }

  /** A setup read from an address: at the step of the path that it names, if there is such a path. */
  function resumed(setup) {
    if (!Object.hasOwn(PATHS, setup.path)) {
      return { ...setup, path: null };
    }
    const last = PATHS[setup.path].steps.length - 1;
    return { ...setupOf(setup.path, Math.max(0, Math.min(Math.floor(setup.at) || 0, last))), hide: setup.hide };
  }

  return { PATHS, setupOf, resumed };
})();
