'use strict';
// The page's way to the engine, which calculates in a worker that can be ended. Every answer is a promise; what cannot be
// answered rejects with one line that says what was expected, with the step that a run reached if it cannot go on.
//
//   const engine = LabEngine.open();
//   await engine.begin(run, problem)        the state before the first step; run is a name, such as "a"
//   await engine.at(run, n)                 the state after n steps
//   await engine.until(run, most)           {step, still}: on until a whole epoch has changed nothing
//   await engine.curve(run, n)              {loss: [...], accuracy: [...]} after 0 to n steps
//   await engine.regions(run, n, {xs, ys})  rows of what the network answers at the points of a grid
//   engine.stop()                           ends the worker with all its runs; the next begin starts another
const LabEngine = {
  open() {
    const tooOld = 'This browser is too old for the lab: it needs WebAssembly with garbage collection'
      + ' (Chromium 119, Firefox 120, Safari 18.2 or later).';
    // a module whose only content is a type of struct
    const struct = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0]);
    if (typeof WebAssembly !== 'object' || typeof DecompressionStream !== 'function' || !WebAssembly.validate(struct)) {
      throw new Error(tooOld);
    }
    const embedded = id => document.getElementById(id).textContent;
    const script = new Blob([embedded('runtime'), '\n', embedded('worker')], { type: 'text/javascript' });
    let worker = null;
    let waiting = new Map();
    let asked = 0;

    const fail = message => {
      const open = waiting;
      waiting = new Map();
      open.forEach(call => call.reject(new Error(message)));
    };
    const start = () => {
      const address = URL.createObjectURL(script);
      worker = new Worker(address);
      URL.revokeObjectURL(address);
      worker.onerror = event => fail('The engine has failed: ' + (event.message || 'its worker does not start'));
      worker.onmessage = ({ data }) => {
        const call = waiting.get(data.id);
        waiting.delete(data.id);
        const answer = JSON.parse(data.answer);
        if (answer !== null && answer.error !== undefined) {
          call.reject(Object.assign(new Error(answer.error), answer.step === undefined ? {} : { step: answer.step }));
        } else {
          call.resolve(answer);
        }
      };
      worker.postMessage({ wasm: embedded('wasm') });
    };
    const ask = (name, ...values) => new Promise((resolve, reject) => {
      if (worker === null) {
        reject(new Error('The engine was stopped, expected begin before ' + name));
        return;
      }
      waiting.set(++asked, { resolve, reject });
      worker.postMessage({ id: asked, name, values });
    });

    start();
    return {
      begin(run, problem) {
        if (worker === null) {
          start();
        }
        return ask('begin', run, JSON.stringify(problem));
      },
      at: (run, n) => ask('at', run, n),
      until: (run, most) => ask('until', run, most),
      curve: (run, n) => ask('curve', run, n),
      regions: (run, n, grid) => ask('regions', run, n, JSON.stringify(grid)),
      stop() {
        if (worker !== null) {
          worker.terminate();
          worker = null;
        }
        fail('The calculation was stopped.');
      },
    };
  },
};
