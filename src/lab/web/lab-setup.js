'use strict';

/**
 * What a person has chosen, as one object, and as the problem that the engine takes. `a` and `b` are the starts of the two
 * runs, `b` is null while there is one; all else is common to both.
 */
const LabSetup = (() => {
  const START = { start: 'zeros', value: '1', seed: '1', network: null };
  const DEFAULTS = {
    shape: '2,2,1',
    bias: true,
    activation: 'relu',
    output: 'identity',
    data: 'two',
    samples: '20',
    dataSeed: '1',
    loss: 'hinge',
    rate: '1/10',
    batch: '1',
    momentum: '0',
    decay: '0',
    kappa: '0',
    a: START,
    b: null,
    steps: 0,
    path: null,
    at: 0,
    hide: [],
  };
  /** Longer numbers take longer than somebody who steps would wait. */
  const MOST_BITS = 6000;

  const SHAPE = /^[1-9]\d?(,[1-9]\d?){1,5}$/;
  const WHOLE = ['batch', 'samples'];
  const NUMBERS = ['rate', 'momentum', 'decay', 'kappa', 'value'];

  /** A typed setting, if it is one; the error says what is expected. */
  function checked(name, text) {
    if (name === 'shape' && !SHAPE.test(text)) {
      throw new Error(`shape ${text}: expected widths from input to output, such as 2,2,1`);
    }
    if (WHOLE.includes(name) && !/^[1-9]\d{0,3}$/.test(text)) {
      throw new Error(`${name} ${text}: expected a whole number from 1 to 9999`);
    }
    if ((name === 'seed' || name === 'dataSeed') && !/^-?\d{1,18}$/.test(text)) {
      throw new Error(`seed ${text}: expected a whole number`);
    }
    if (NUMBERS.includes(name) && !LabNumber.isTyped(text)) {
      throw new Error(`${name} ${text}: expected a number such as 1/10, 0.1 or 2`);
    }
    return text;
  }

  const widths = setup => setup.shape.split(',').map(Number);

  /** What the engine takes for one of the two starts. */
  function problem(setup, start) {
    const common = {
      data:
        typeof setup.data === 'string' ? { name: setup.data, samples: Number(setup.samples), seed: setup.dataSeed } : setup.data,
      loss: setup.loss,
      rate: setup.rate,
      batch: Number(setup.batch),
      momentum: setup.momentum,
      decay: setup.decay,
      kappa: setup.kappa,
      maxBits: MOST_BITS,
    };
    return start.network
      ? { ...common, network: start.network }
      : {
          ...common,
          shape: widths(setup),
          bias: setup.bias,
          start: start.start,
          value: start.value,
          seed: start.seed,
          activation: setup.activation,
          outputActivation: setup.output,
        };
  }

  return { DEFAULTS, START, problem, widths, checked };
})();
