'use strict';

/**
 * The units of a state as they are drawn: one by one, or one node for a whole class of units that are alike. A node is
 * {members, name, kind, colour, dead}; columns[0] are the inputs, the last column the outputs.
 */
const LabNodes = (() => {
  const COLOURS = 8;
  const CROWD = 7;
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const range = n => Array.from({ length: n }, (_, i) => i);

  /** A, B, ..., Z, then A1, B1, ... */
  const letter = n => LETTERS[n % 26] + (n >= 26 ? Math.floor(n / 26) : '');

  function hidden(state, l, together, first) {
    const dead = new Set((state.dead && state.dead[l - 1]) || []);
    return state.classes[l - 1]
      .map((members, c) => ({
        members,
        name: letter(first + c),
        kind: 'hidden',
        colour: (first + c) % COLOURS,
        dead: members.every(unit => dead.has(unit)),
      }))
      .flatMap(node => (together ? [node] : node.members.map(unit => ({ ...node, members: [unit], dead: dead.has(unit) }))))
      .sort((a, b) => a.members[0] - b.members[0]);
  }

  const plain = (n, word, kind) =>
    range(n).map(i => ({ members: [i], name: n === 1 && kind === 'output' ? word : word + (i + 1), kind }));

  /** Columns of nodes; with `together` one node for each class, and one for all inputs if they are many. */
  function columns(state, together) {
    const last = state.widths.length - 1;
    let first = 0;
    return state.widths.map((width, l) => {
      if (l === 0) {
        return together && width > CROWD ? [{ members: range(width), name: 'x', kind: 'input' }] : plain(width, 'x', 'input');
      }
      if (l === last) {
        return plain(width, 'f', 'output');
      }
      const nodes = hidden(state, l, together, first);
      first += state.classes[l - 1].length;
      return nodes;
    });
  }

  /** Wide layers are drawn by class unless somebody asks otherwise. */
  const crowded = state => state.widths.some(width => width > CROWD);

  return { columns, crowded, range };
})();
