// TensorFlow.js as a program to check.
//
//     java -jar target/stillpoint.jar check -- node src/adapters/javascript/tfjs.js
//
// Its losses take the mean over samples and outputs.
'use strict';

const tf = require('@tensorflow/tfjs');
const { serve, requireNoDecay } = require('./lines');

const ACTIVATIONS = {
  identity: z => z,
  relu: tf.relu,
  'leaky-relu': z => tf.leakyRelu(z, 0.01),
  'leaky-relu:1/4': z => tf.leakyRelu(z, 0.25),
  sigmoid: tf.sigmoid,
  tanh: tf.tanh,
  elu: tf.elu,
  softplus: tf.softplus,
  abs: tf.abs,
  'hard-tanh': z => tf.clipByValue(z, -1, 1),
};

const LOSSES = {
  squared: (z, f, y) => tf.losses.meanSquaredError(y, f),
  absolute: (z, f, y) => tf.losses.absoluteDifference(y, f),
  hinge: (z, f, y) => tf.losses.hingeLoss(y.add(1).div(2), f), // takes labels 0 and 1
  'cross-entropy': (z, f, y) => tf.losses.sigmoidCrossEntropy(y, z),
};

const HELLO = {
  name: `TensorFlow.js ${tf.version.tfjs}`,
  arithmetic: 'float32',
  does: ['gradients', 'train'],
  activations: Object.keys(ACTIVATIONS),
  'output-activations': Object.keys(ACTIVATIONS),
  losses: Object.keys(LOSSES),
  biases: 'optional',
};

function modelOf(layers) {
  return layers.map(layer => ({
    weights: tf.variable(tf.tensor2d(layer.weights)),
    bias: layer.bias && tf.variable(tf.tensor1d(layer.bias)),
    activation: ACTIVATIONS[layer.activation],
  }));
}

function variables(model) {
  return model.flatMap(({ weights, bias }) => bias ? [weights, bias] : [weights]);
}

// Pre-activations and activations of the last layer.
function outputs(model, inputs) {
  return model.reduce(({ f }, { weights, bias, activation }) => {
    const product = f.matMul(weights, false, true);
    const z = bias ? product.add(bias) : product;
    return { z, f: activation(z) };
  }, { f: tf.tensor2d(inputs) });
}

function lossOf(model, inputs, targets, loss) {
  const { z, f } = outputs(model, inputs);
  return LOSSES[loss](z, f, tf.tensor2d(targets)).asScalar();
}

// A tensor for each variable as a network.
function written(model, tensorOf) {
  return {
    layers: model.map(({ weights, bias }) => bias
      ? { weights: tensorOf(weights).arraySync(), bias: tensorOf(bias).arraySync() }
      : { weights: tensorOf(weights).arraySync() }),
  };
}

function gradients(layers, { inputs, targets }, { loss }) {
  const model = modelOf(layers);
  const { value, grads } = tf.variableGrads(() => lossOf(model, inputs, targets, loss), variables(model));
  return {
    gradients: written(model, variable => grads[variable.name]),
    loss: value.dataSync()[0],
    outputs: outputs(model, inputs).f.arraySync(),
  };
}

function train(layers, { inputs, targets }, settings) {
  requireNoDecay(settings);
  const model = modelOf(layers);
  const size = settings['batch-size'];
  const batches = Math.ceil(inputs.length / size);
  const optimizer = settings.momentum === 0 ? tf.train.sgd(settings['learning-rate'])
    : tf.train.momentum(settings['learning-rate'], settings.momentum);
  for (let step = 0; step < settings.steps; step++) {
    const first = step % batches * size;
    optimizer.minimize(
      () => lossOf(model, inputs.slice(first, first + size), targets.slice(first, first + size), settings.loss),
      false, variables(model));
  }
  return { network: written(model, variable => variable) };
}

function tidy(calculate) {
  return (...args) => {
    tf.engine().startScope();
    try {
      return calculate(...args);
    } finally {
      tf.engine().endScope();
      tf.disposeVariables();
    }
  };
}

tf.setBackend('cpu');
serve(HELLO, { gradients: tidy(gradients), train: tidy(train) });
