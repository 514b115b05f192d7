'use strict';

/**
 * The runs that the page shows, as far as the engine has told: of each {state, start: its network, data, before: the network
 * before
 * the last step or null, curve: {loss, accuracy} step by step, regions: rows of marks of the plane, or null without one}.
 */
const LabRuns = (() => {
  const FIRST_ROWS = 8;
  const WAIT = 150;

  function of(engine) {
    let runs = {};
    let painted = 0;

    const names = () => Object.keys(runs);

    /** Both runs of a setup anew, at step 0; if the engine refuses one, the old runs are still here. */
    async function begin(setup) {
      const begun = {};
      for (const name of setup.b ? ['a', 'b'] : ['a']) {
        const state = await engine.begin(name, LabSetup.problem(setup, setup[name]));
        begun[name] = {
          state,
          start: state.network,
          data: state.data,
          before: null,
          curve: { loss: [], accuracy: [] },
          regions: null,
          networks: new Map(),
        };
      }
      runs = begun;
    }

    async function networkAt(name, n) {
      const { networks } = runs[name];
      if (!networks.has(n)) {
        networks.set(n, (await engine.at(name, n)).network);
      }
      return networks.get(n);
    }

    /** The curves up to a step: a single step is known from its state, for a jump the engine is asked. */
    async function curveTo(name, n) {
      const { curve, state } = runs[name];
      if (curve.loss.length < n) {
        runs[name].curve = await engine.curve(name, n);
      } else if (curve.loss.length === n) {
        curve.loss.push(state.loss);
        curve.accuracy.push(state.accuracy);
      }
    }

    /** Takes all runs to a step. */
    async function arrive(n) {
      painted++;
      for (const name of names()) {
        const state = await engine.at(name, n);
        const before = n > 0 ? await networkAt(name, n - 1) : null;
        runs[name].networks.set(n, state.network);
        Object.assign(runs[name], { state, before, regions: state.widths[0] === 2 ? [] : null });
        await curveTo(name, n);
      }
    }

    /**
     * Goes on until nothing changes in any run, or to a last step.
     *
     * @return {step, still: whether nothing changes any more}
     */
    async function until(most) {
      const ends = [];
      for (const name of names()) {
        ends.push(await engine.until(name, most));
      }
      return { step: Math.max(...ends.map(end => end.step)), still: ends.every(end => end.still) };
    }

    /**
     * Fills the planes from top to bottom, a few rows at a time, while the runs stay where they are: long fractions take long.
     */
    async function paint(shown) {
      const mine = ++painted;
      let rows = FIRST_ROWS;
      for (const name of names().filter(run => runs[run].regions !== null)) {
        const { xs, ys } = LabPlane.grid(runs[name].data.inputs);
        const { step } = runs[name].state;
        for (let from = 0; from < ys.length;) {
          const began = performance.now();
          const more = await engine.regions(name, step, { xs, ys: ys.slice(from, from + rows) });
          if (mine !== painted) {
            return;
          }
          runs[name].regions.push(...more);
          shown(name);
          from += more.length;
          rows = Math.max(1, Math.min(ys.length, Math.floor((more.length * WAIT) / (performance.now() - began))));
        }
      }
    }

    /** Ends what the engine computes; the runs have to begin again. */
    function stop() {
      painted++;
      engine.stop();
    }

    return { begin, arrive, until, paint, stop, names, get: name => runs[name], step: () => (runs.a ? runs.a.state.step : 0) };
  }

  return { of };
})();
