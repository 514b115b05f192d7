// Backpropagation to be checked: put your own into `gradients`, and into `train` if you have that.
//
//     java -jar target/stillpoint.jar check -- node src/adapters/javascript/template.js
//
// As it stands it is right. Take out of HELLO what yours cannot do.
'use strict';

const HELLO = {
  name: 'the JavaScript template',
  arithmetic: 'float64',
  does: ['gradients', 'train'],
  activations: ['relu', 'identity', 'leaky-relu', 'leaky-relu:1/4', 'sigmoid', 'tanh', 'hard-tanh', 'abs'],
  'output-activations': ['identity', 'relu', 'leaky-relu', 'leaky-relu:1/4', 'sigmoid', 'tanh', 'hard-tanh', 'abs', 'softmax'],
  losses: ['squared', 'hinge', 'perceptron', 'absolute', 'logistic', 'cross-entropy'],
  biases: 'optional',
};

// The gradient of the mean loss over the samples: dW and db a layer, and the outputs a sample.
function gradients(layers, inputs, targets, loss) {
  const n = inputs.length;
  const dW = layers.map(layer => layer.weights.map(row => row.map(() => 0)));
  const db = layers.map(layer => layer.weights.map(() => 0));
  const outputs = inputs.map((x, i) => {
    const z = [];
    const a = [x]; // a[l] goes into layer l, a[l + 1] comes out of it
    layers.forEach((layer, l) => {
      z.push(layer.weights.map((row, j) => dot(row, a[l]) + (layer.bias ? layer.bias[j] : 0)));
      a.push(activations(layer.activation, z[l]));
    });
    const f = a[layers.length];

    let da = f.map((fj, j) => lossSlope(loss, fj, targets[i][j]));
    for (let l = layers.length - 1; l >= 0; l--) {
      // Under cross-entropy the slope of sigmoid or softmax has cancelled out.
      const cancelled = l === layers.length - 1 && loss === 'cross-entropy';
      const delta = cancelled ? da : through(layers[l].activation, z[l], a[l + 1], da);
      const W = layers[l].weights;
      W.forEach((row, j) => {
        row.forEach((_, k) => { dW[l][j][k] += delta[j] * a[l][k]; });
        db[l][j] += delta[j];
      });
      da = a[l].map((_, k) => dot(W.map(row => row[k]), delta));
    }
    return f;
  });
  return {
    dW: dW.map(rows => rows.map(row => row.map(g => g / n))),
    db: db.map(row => row.map(g => g / n)),
    outputs,
  };
}

// Changes weights and biases by steps of gradient descent with momentum and, for weights, decay.
function train(layers, inputs, targets, settings) {
  const { loss, 'learning-rate': eta, steps, 'batch-size': size, momentum, 'weight-decay': decay } = settings;
  const vW = layers.map(layer => layer.weights.map(row => row.map(() => 0)));
  const vb = layers.map(layer => layer.weights.map(() => 0));
  const batches = Math.ceil(inputs.length / size);
  for (let step = 0; step < steps; step++) {
    const first = step % batches * size; // the last batch may be shorter
    const { dW, db } = gradients(layers, inputs.slice(first, first + size), targets.slice(first, first + size), loss);
    layers.forEach((layer, l) => layer.weights.forEach((row, j) => {
      row.forEach((w, k) => {
        vW[l][j][k] = momentum * vW[l][j][k] + dW[l][j][k] + decay * w;
        row[k] -= eta * vW[l][j][k];
      });
      vb[l][j] = momentum * vb[l][j] + db[l][j];
      if (layer.bias) {
        layer.bias[j] -= eta * vb[l][j];
      }
    }));
  }
}

function dot(u, v) {
  return u.reduce((sum, p, i) => sum + p * v[i], 0);
}

// a = sigma(z) of a layer.
function activations(activation, z) {
  if (activation === 'softmax') {
    const powers = z.map(u => Math.exp(u - Math.max(...z)));
    const sum = powers.reduce((p, q) => p + q);
    return powers.map(power => power / sum);
  }
  return z.map(u => sigma(activation, u));
}

// delta = dL/dz of a layer from da = dL/da.
function through(activation, z, a, da) {
  if (activation === 'softmax') {
    return a.map((s, j) => s * (da[j] - dot(a, da)));
  }
  return z.map((u, j) => slope(activation, u) * da[j]);
}

function sigma(activation, z) {
  switch (activation) {
    case 'identity': return z;
    case 'relu': return Math.max(z, 0);
    case 'abs': return Math.abs(z);
    case 'hard-tanh': return Math.min(Math.max(z, -1), 1);
    case 'sigmoid': return sigmoid(z);
    case 'tanh': return Math.tanh(z);
    default: return z > 0 ? z : leak(activation) * z;
  }
}

// sigma'(z).
function slope(activation, z) {
  switch (activation) {
    case 'identity': return 1;
    case 'relu': return z > 0 ? 1 : 0;
    case 'abs': return Math.sign(z);
    case 'hard-tanh': return Math.abs(z) <= 1 ? 1 : 0;
    case 'sigmoid': return sigmoid(z) * (1 - sigmoid(z));
    case 'tanh': return 1 - Math.tanh(z) ** 2;
    default: return z > 0 ? 1 : leak(activation);
  }
}

// dL/df; for cross-entropy dL/dz of the last layer.
function lossSlope(loss, f, y) {
  switch (loss) {
    case 'hinge': return y * f < 1 ? -y : 0;
    case 'perceptron': return y * f <= 0 ? -y : 0;
    case 'absolute': return Math.sign(f - y);
    case 'logistic': return -y * sigmoid(-y * f);
    default: return f - y;
  }
}

function sigmoid(z) {
  return 1 / (1 + Math.exp(-z));
}

// Q of leaky-relu:Q.
function leak(activation) {
  const [over, under] = (activation.split(':')[1] || '1/100').split('/');
  return over / (under || 1);
}

// ---- Nothing to change below: requests are lines of JSON on standard input, answers on standard output. ----

// Weights, or what has their shape, as a network; without biases where there were none.
function written(layers, weights, biases) {
  return { layers: layers.map((layer, l) => layer.bias ? { weights: weights[l], bias: biases[l] } : { weights: weights[l] }) };
}

function answer(request) {
  if (request.do === 'hello') {
    return HELLO;
  }
  const { layers } = request.network;
  const { inputs } = request.data;
  const targets = request.data.targets.map(y => [y].flat());
  if (request.do === 'gradients') {
    const { dW, db, outputs } = gradients(layers, inputs, targets, request.loss);
    return { id: request.id, gradients: written(layers, dW, db), outputs };
  }
  train(layers, inputs, targets, request.settings);
  return { id: request.id, network: written(layers, layers.map(layer => layer.weights), layers.map(layer => layer.bias)) };
}

require('readline').createInterface({ input: process.stdin })
  .on('line', line => process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + '\n'));
