'use strict';

/**
 * What a setup becomes when one thing of it is changed, so that all else fits again. Throws an error of one line if that is
 * impossible.
 */
const LabChanges = (() => {
  const PLANES = ['two', 'xor', 'and'];

  const fromOwn = (start, change) =>
    start && start.network ? { ...start, network: { layers: change(start.network.layers) } } : start;
  const both = (setup, change) => ({ ...setup, a: change(setup.a), b: setup.b && change(setup.b) });

  /** A sample for each output, whose target is 1 there and 0 at the others: what several outputs begin with. */
  function oneHot(inputs, outputs) {
    const row = (length, k) => LabNodes.range(length).map(i => (i % outputs === k ? '1' : '0'));
    return {
      inputs: LabNodes.range(outputs).map(k => row(inputs, k)),
      targets: LabNodes.range(outputs).map(k => row(outputs, k)),
    };
  }

  function reshaped(setup) {
    const fresh = both(setup, start => (start.network ? LabSetup.START : start));
    const [inputs, outputs] = [LabSetup.widths(setup)[0], LabSetup.widths(setup).pop()];
    const fits =
      typeof setup.data === 'string'
        ? outputs === 1 && (setup.data === 'question' || inputs === 2)
        : setup.data.inputs &&
          setup.data.inputs[0].length === inputs &&
          (Array.isArray(setup.data.targets[0]) ? setup.data.targets[0].length : 1) === outputs;
    if (outputs > 1 && !fits) {
      return { ...fresh, data: oneHot(inputs, outputs), loss: 'squared' };
    }
    return fits ? fresh : { ...fresh, data: 'question' };
  }

  function biased(setup) {
    return both(setup, start =>
      fromOwn(start, layers =>
        layers.map(({ bias, ...layer }) => (setup.bias ? { ...layer, bias: bias || layer.weights.map(() => '0') } : layer)),
      ),
    );
  }

  function activated(setup) {
    return both(setup, start =>
      fromOwn(start, layers =>
        layers.map((layer, l) => ({
          ...layer,
          activation: l === layers.length - 1 ? setup.output : setup.activation,
        })),
      ),
    );
  }

  /** The setup with one common setting changed. */
  function setting(setup, name, value) {
    const text =
      typeof value === 'string'
        ? LabSetup.checked(
            name,
            name === 'shape' ? value.replaceAll(/[\s-]+/g, ',').replaceAll(/,+/g, ',') : LabNumber.tidy(value),
          )
        : value;
    const changed = { ...setup, [name]: text, steps: 0, path: null };
    if (name === 'shape') {
      return reshaped(changed);
    }
    if (name === 'data' && PLANES.includes(text) && !/^2,(.*,)?1$/.test(setup.shape)) {
      return reshaped({ ...changed, shape: '2,2,1' });
    }
    return name === 'bias' ? biased(changed) : name === 'activation' || name === 'output' ? activated(changed) : changed;
  }

  /** The setup with the start of one run chosen by its name. */
  function start(setup, run, name, network) {
    const chosen = name === 'own' ? { ...LabSetup.START, start: 'own', network } : { ...setup[run], start: name, network: null };
    return { ...setup, [run]: chosen, steps: 0, path: null };
  }

  /** The setup with a number of a start changed: value or seed. */
  function startNumber(setup, run, name, text) {
    return { ...setup, [run]: { ...setup[run], [name]: LabSetup.checked(name, LabNumber.tidy(text)) }, steps: 0, path: null };
  }

  /** The setup whose run starts from a network with one number replaced. */
  function number(setup, run, network, at, text) {
    if (!LabNumber.isTyped(text)) {
      throw new Error(`${JSON.stringify(text)} is no number, expected one such as 3/4, -2 or 0.125`);
    }
    const edited = structuredClone(network);
    const layer = edited.layers[at.layer];
    if (at.column < 0) {
      layer.bias[at.row] = LabNumber.tidy(text);
    } else {
      layer.weights[at.row][at.column] = LabNumber.tidy(text);
    }
    return start(setup, run, 'own', edited);
  }

  /** The setup with a second run beside the first, or without it. */
  function compared(setup) {
    const other = setup.a.start === 'zeros' ? 'random' : 'zeros';
    return { ...setup, b: setup.b ? null : { ...LabSetup.START, start: other }, steps: 0, path: null };
  }

  return { setting, start, startNumber, number, compared };
})();
