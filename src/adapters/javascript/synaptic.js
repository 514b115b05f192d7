// synaptic as a program to check; it only trains, a sample a step.
//
//     java -jar target/stillpoint.jar check -- node src/adapters/javascript/synaptic.js
'use strict';

const { Layer, Network, Neuron } = require('synaptic');
const { serve, Unsupported, requireOnline } = require('./lines');

const SQUASH = {
  identity: Neuron.squash.IDENTITY,
  relu: Neuron.squash.RELU,
  sigmoid: Neuron.squash.LOGISTIC,
  tanh: Neuron.squash.TANH,
};

const HELLO = {
  name: `synaptic ${require('synaptic/package.json').version}`,
  arithmetic: 'float64',
  does: ['train'],
  activations: Object.keys(SQUASH),
  'output-activations': Object.keys(SQUASH),
  losses: ['squared'],
  biases: 'always',
  'max-samples': 2,
};

// Visits the connections into unit j from each unit of the layer below.
function connections(below, neuron, visit) {
  return below.list.map((from, k) => visit(from.connected(neuron).connection, k));
}

function train(layers, { inputs, targets }, settings) {
  requireOnline(settings);
  if (settings.momentum !== 0) {
    throw new Unsupported('momentum');
  }
  const all = [inputs[0].length, ...layers.map(layer => layer.weights.length)].map(size => new Layer(size));
  layers.forEach((layer, l) => {
    all[l].project(all[l + 1]);
    all[l + 1].list.forEach((neuron, j) => {
      neuron.squash = SQUASH[layer.activation];
      neuron.bias = layer.bias[j];
      connections(all[l], neuron, (connection, k) => { connection.weight = layer.weights[j][k]; });
    });
  });
  const network = new Network({ input: all[0], hidden: all.slice(1, -1), output: all[layers.length] });
  network.setOptimize(false);
  for (let step = 0; step < settings.steps; step++) {
    const i = step % inputs.length;
    network.activate(inputs[i]);
    network.propagate(settings['learning-rate'], targets[i]);
  }
  return {
    network: {
      layers: layers.map((_, l) => ({
        weights: all[l + 1].list.map(neuron => connections(all[l], neuron, connection => connection.weight)),
        bias: all[l + 1].list.map(neuron => neuron.bias),
      })),
    },
  };
}

serve(HELLO, { train });
