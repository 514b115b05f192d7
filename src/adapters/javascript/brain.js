// brain.js as a program to check; it only trains, a sample a step.
//
//     java -jar target/stillpoint.jar check -- node src/adapters/javascript/brain.js
'use strict';

const brain = require('brain.js');
const { serve, requireOnline } = require('./lines');

const HELLO = {
  name: `brain.js ${require('brain.js/package.json').version}`,
  arithmetic: 'float32', // its arrays are of that
  does: ['train'],
  activations: ['sigmoid', 'relu', 'leaky-relu', 'tanh'],
  'same-activation': true,
  losses: ['squared'],
  biases: 'always',
  'max-samples': 2,
};

function train(layers, { inputs, targets }, settings) {
  requireOnline(settings);
  const network = new brain.NeuralNetwork({ activation: layers[0].activation });
  network.trainOpts.learningRate = settings['learning-rate']; // as an option, it may not be 1, nor momentum 0
  network.trainOpts.momentum = settings.momentum;
  network.sizes = [inputs[0].length, ...layers.map(layer => layer.weights.length)];
  network.initialize();
  layers.forEach((layer, l) => {
    layer.weights.forEach((row, j) => network.weights[l + 1][j].set(row));
    network.biases[l + 1].set(layer.bias);
  });
  for (let step = 0; step < settings.steps; step++) {
    const i = step % inputs.length;
    network.trainPattern({ input: inputs[i], output: targets[i] });
  }
  return {
    network: {
      layers: layers.map((_, l) => ({
        weights: network.weights[l + 1].map(row => Array.from(row)),
        bias: Array.from(network.biases[l + 1]),
      })),
    },
  };
}

serve(HELLO, { train });
