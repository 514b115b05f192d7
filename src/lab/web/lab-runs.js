'use strict';

/**
 * The runs that the page shows, as far as the engine has told: of each {state, start: its network, data, before: the network
 * before
 * the last step or null, curve: {loss, accuracy} step by step, regions: rows of marks of the plane, or null without one}.
 */
const LabRuns = (() => {
  const FIRST_ROWS = 8;
  const WAIT = 150;

  const begunWith = state => ({
    state,
    start: state.network,
    data: state.data,
    before: null,
    curve: { loss: [], accuracy: [] },
    regions: null,
    states: new Map([[0, state]]),
  });

  function of(engine) {
    let runs = {};
    let painted = 0;

    const names = () => Object.keys(runs);

    /** Both runs of a setup anew, at step 0; if the engine refuses one, the old runs are still here. */
    async function begin(setup) {
      const begun = {};
      for (const name of setup.b ? ['a', 'b'] : ['a']) {
        const state = await engine.begin(name, LabSetup.problem(setup, setup[name]));
        begun[name] = begunWith(state);
      }
      runs = begun;
    }

    /** The first run as the build has calculated it, to be shown until the engine has started and has begun the same. */
    function foresee(state) {
      runs = {
        a: {
          ...begunWith(state),
          curve: { loss: [state.loss], accuracy: [state.accuracy] },
          regions: state.widths[0] === 2 ? [] : null,
        },
      };
    }

    /** The state after a step; the page keeps those that it has seen, so that going back takes no time. */
    async function stateAt(name, n) {
      const { states } = runs[name];
      if (!states.has(n)) {
        states.set(n, await engine.at(name, n));
      }
      return states.get(n);
    }

    /** The curves up to a step: a single step is known from its state, for a jump the engine is asked. */
    async function curveTo(name, n, { loss, accuracy }) {
      const { curve } = runs[name];
      if (curve.loss.length < n) {
        return engine.curve(name, n);
      }
      return curve.loss.length > n ? curve : { loss: [...curve.loss, loss], accuracy: [...curve.accuracy, accuracy] };
    }

    /** Takes all runs to a step, or none. */
    async function arrive(n) {
      painted++;
      const arrived = {};
      for (const name of names()) {
        const state = await stateAt(name, n);
        const before = n > 0 ? (await stateAt(name, n - 1)).network : null;
        const regions = state.widths[0] === 2 ? [] : null;
        arrived[name] = { ...runs[name], state, before, regions, curve: await curveTo(name, n, state) };
      }
      runs = arrived;
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

    /** Fills the planes from top to bottom, a few rows at a time, while the runs stay where they are. */
    async function paint(shown) {
      const mine = ++painted;
      for (const name of names().filter(run => runs[run].regions !== null)) {
        const { data, state, regions } = runs[name];
        const { xs, ys } = LabPlane.grid(data.inputs);
        let rows = FIRST_ROWS;
        while (regions.length < ys.length) {
          const began = performance.now();
          const next = ys.slice(regions.length, regions.length + rows);
          const more = await engine
            .regions(name, state.step, { xs, ys: next })
            .catch(error => (mine === painted ? Promise.reject(error) : []));
          if (mine !== painted) {
            return;
          }
          regions.push(...more);
          shown(name);
          rows = Math.max(1, Math.min(ys.length, Math.floor((next.length * WAIT) / (performance.now() - began))));
        }
      }
    }

    /** Ends what the engine computes, and lets the engine begin the same runs again; what is known of them stays. */
    function stop(setup) {
      painted++;
      engine.stop();
      return Promise.all(names().map(name => engine.begin(name, LabSetup.problem(setup, setup[name]))));
    }

    return { begin, foresee, arrive, until, paint, stop, names, get: name => runs[name], step: () => (runs.a ? runs.a.state.step : 0) };
  }

  return { of };
})();
