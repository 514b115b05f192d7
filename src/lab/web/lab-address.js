'use strict';

/** A setup to and from the address of the page: all that it takes to bring a run back. */
const LabAddress = (() => {
  /** What the address calls a setting; a second word is understood too, as the command line has it. */
  const NAMES = {
    shape: ['shape'],
    activation: ['activation'],
    output: ['output', 'output-activation'],
    samples: ['samples'],
    dataSeed: ['data-seed'],
    loss: ['loss'],
    rate: ['rate', 'learning-rate'],
    batch: ['batch', 'batch-size'],
    momentum: ['momentum'],
    decay: ['decay', 'weight-decay'],
    kappa: ['kappa'],
  };
  const ALWAYS = ['shape', 'loss', 'rate'];

  function shapeOf(network) {
    return [network.layers[0].weights[0].length, ...network.layers.map(layer => layer.weights.length)].join(',');
  }

  /** A setup that agrees with a network of one's own: shape, biases and activations are the network's. */
  function fitted(setup, network) {
    const last = network.layers.length - 1;
    return {
      ...setup,
      shape: shapeOf(network),
      bias: network.layers.some(layer => layer.bias),
      activation: network.layers[0].activation && last > 0 ? network.layers[0].activation : setup.activation,
      output: network.layers[last].activation || setup.output,
    };
  }

  function json(text, name) {
    try {
      return JSON.parse(text);
    } catch {
      throw new Error(`${name} in the address is not JSON, expected ${name}={...} as in our files`);
    }
  }

  /** Whether a value has the form of a network as far as the page looks into it; the engine says what else is wrong. */
  function isNetwork(value) {
    const layers = value !== null && typeof value === 'object' && Array.isArray(value.layers) ? value.layers : [];
    return layers.length > 0 && layers.every(layer => Array.isArray(layer?.weights) && Array.isArray(layer.weights[0]));
  }

  function readStart(query, prefix) {
    const start = { ...LabSetup.START };
    for (const name of ['start', 'value', 'seed']) {
      start[name] = LabSetup.checked(name, query.get(prefix + name) || start[name]);
    }
    if (query.has(prefix + 'network')) {
      const network = json(query.get(prefix + 'network'), 'network');
      if (!isNetwork(network)) {
        throw new Error('network in the address has no layers with weights, expected {"layers": [{"weights": [[...]], ...}]}');
      }
      return { ...start, start: 'own', network: asText(network) };
    }
    return start;
  }

  /** Numbers as texts, as the engine takes them: JSON.parse has rounded what was no text, so only small integers pass. */
  function asText(value) {
    if (typeof value === 'number') {
      if (!Number.isSafeInteger(value)) {
        throw new Error(`the number ${value} in the address is no text, expected numbers in quotes, such as "1/10"`);
      }
      return String(value);
    }
    if (Array.isArray(value)) {
      return value.map(asText);
    }
    return value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asText(part)]))
      : value;
  }

  function read(hash) {
    const query = new URLSearchParams(hash.replace(/^#/, ''));
    let setup = { ...LabSetup.DEFAULTS, a: readStart(query, '') };
    for (const [name, words] of Object.entries(NAMES)) {
      const word = words.find(w => query.has(w));
      setup[name] = word === undefined ? setup[name] : LabSetup.checked(name, query.get(word));
    }
    setup.bias = !['0', 'false', 'no'].includes(query.get('bias'));
    if (query.has('b-start') || query.has('b-network')) {
      setup.b = readStart(query, 'b-');
    }
    for (const start of [setup.b, setup.a]) {
      setup = start && start.network ? fitted(setup, start.network) : setup;
    }
    const data = query.get('data');
    const twoInputs = setup.shape.startsWith('2,');
    setup.data =
      data === null ? (twoInputs ? 'two' : 'question') : data.trim().startsWith('{') ? asText(json(data, 'data')) : data;
    const steps = query.get('steps') || query.get('step') || '0';
    if (!/^\d{1,5}$/.test(steps)) {
      throw new Error(`steps=${steps} in the address, expected a number of steps from 0 to 99999`);
    }
    setup.steps = Number(steps);
    setup.path = query.get('path');
    setup.at = Number(query.get('at') || 0);
    setup.hide = (query.get('hide') || '').split(',').filter(part => part !== '');
    return setup;
  }

  function writeStart(query, start, prefix) {
    if (start.network) {
      query.set(prefix + 'network', JSON.stringify(start.network));
      return;
    }
    query.set(prefix + 'start', start.start);
    for (const name of ['value', 'seed']) {
      if (start[name] !== LabSetup.START[name]) {
        query.set(prefix + name, start[name]);
      }
    }
  }

  function write(setup) {
    const query = new URLSearchParams();
    for (const [name, [word]] of Object.entries(NAMES)) {
      if (ALWAYS.includes(name) || setup[name] !== LabSetup.DEFAULTS[name]) {
        query.set(word, setup[name]);
      }
    }
    if (!setup.bias) {
      query.set('bias', '0');
    }
    writeStart(query, setup.a, '');
    if (setup.b) {
      writeStart(query, setup.b, 'b-');
    }
    query.set('data', typeof setup.data === 'string' ? setup.data : JSON.stringify(setup.data));
    query.set('steps', setup.steps);
    if (setup.path) {
      query.set('path', setup.path);
      query.set('at', setup.at);
    }
    if (setup.hide.length > 0) {
      query.set('hide', setup.hide.join(','));
    }
    return '#' + String(query).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
  }

  return { read, write };
})();
