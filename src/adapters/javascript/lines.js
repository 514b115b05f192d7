// Requests are lines of JSON on standard input, answers on standard output.
'use strict';

// The program does not do this.
class Unsupported extends Error {}

// Answers with what the library, an object with functions `gradients` and `train`, makes of network, data and settings.
function serve(hello, library) {
  function answer(request) {
    if (request.do === 'hello') {
      return hello;
    }
    const data = { inputs: request.data.inputs, targets: request.data.targets.map(y => [y].flat()) };
    try {
      return { id: request.id, ...library[request.do](request.network.layers, data, request.settings || { loss: request.loss }) };
    } catch (e) {
      if (e instanceof Unsupported) {
        return { id: request.id, unsupported: e.message };
      }
      throw e;
    }
  }

  require('readline').createInterface({ input: process.stdin })
    .on('line', line => process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + '\n'));
}

// For libraries that take one sample a step and know no weight decay.
function requireOnline(settings) {
  if (settings['batch-size'] !== 1) {
    throw new Unsupported('batches of more than one sample');
  }
  requireNoDecay(settings);
}

function requireNoDecay(settings) {
  if (settings['weight-decay'] !== 0) {
    throw new Unsupported('weight decay');
  }
}

module.exports = { serve, Unsupported, requireOnline, requireNoDecay };
