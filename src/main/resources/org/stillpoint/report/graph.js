'use strict';
// One node at a time: what rests on it, itself, and what it rests on, read from the lists of the page.
(function () {
  const stage = document.getElementById('focus');
  const lists = document.querySelectorAll('#nodes details');
  const kinds = {
    claim: ['claim', 'Claims'], theorem: ['theorem', 'Theorems'], witness: ['example', 'Examples'],
    property: ['property', 'Properties'], contract: ['contract', 'Contracts'], lemma: ['lemma', 'Lemmas'], axiom: ['axiom', 'Axioms'],
  };
  const marks = { proved: '✓ proved', example: '◆ by example', tested: '◌ tested', assumed: '◎ assumed', stated: '○ stated only' };
  const many = 14;
  const nodes = new Map();
  const lemmas = [];

  read();
  if (nodes.size === 0) {
    return;
  }
  const search = build();
  show();
  window.addEventListener('hashchange', show);
  window.addEventListener('resize', draw);
  light();

  // The graph.

  function read() {
    lists.forEach(function (list) {
      const kind = list.dataset.kind;
      list.querySelectorAll('li').forEach(function (entry) {
        const bold = entry.querySelector('b');
        const name = bold ? bold.textContent : 'lemma' + entry.textContent.split(/[:;]/)[0];
        const standing = entry.className || list.dataset.standing;
        const small = entry.querySelector('small');
        const node = {
          id: entry.id, kind: kind, name: name, on: [], by: [], entry: entry,
          standing: standing,
          title: bold ? entry.childNodes[1].textContent.trim() : '',
          says: small ? small.textContent.trim() : marks[standing],
        };
        nodes.set(entry.id, node);
        if (kind === 'lemma') {
          lemmas.push(node);
        }
        // So that an address with the node's anchor leads here and not to the list.
        entry.dataset.id = entry.id;
        entry.removeAttribute('id');
      });
    });
    nodes.forEach(join);
    nodes.forEach(function (node) {
      node.on.forEach(function (other) {
        other.by.push(node);
      });
    });
  }

  function join(node) {
    const numbers = [];
    if (node.kind === 'lemma') {
      const text = node.entry.textContent;
      const part = /^[^:;]*:([^;]*)/.exec(text);
      numbers.push(part ? part[1] : '');
      const axioms = /;(.*)/.exec(text);
      (axioms ? axioms[1].trim().split(' ') : []).forEach(function (axiom) {
        node.on.push(nodes.get('axiom-' + axiom));
      });
    } else {
      node.entry.querySelectorAll('.on a').forEach(function (link) {
        node.on.push(nodes.get(link.getAttribute('href').slice(1)));
      });
      node.entry.querySelectorAll('.on i').forEach(function (text) {
        numbers.push(text.textContent);
      });
    }
    (numbers.join(' ').match(/\d+/g) || []).forEach(function (number) {
      node.on.push(lemmas[Number(number) - 1]);
    });
  }

  // All that can be reached one way, each with the node from which it was reached first.
  function reach(node, way) {
    const from = new Map([[node, null]]);
    const open = [node];
    for (let i = 0; i < open.length; i++) {
      open[i][way].forEach(function (next) {
        if (!from.has(next)) {
          from.set(next, open[i]);
          open.push(next);
        }
      });
    }
    return from;
  }

  // The page.

  function make(name, attributes, content) {
    const element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      element.setAttribute(key, attributes[key]);
    });
    [].concat(content === undefined ? [] : content).forEach(function (part) {
      element.append(part);
    });
    return element;
  }

  // Of a claim with what was decided of it unless it is true.
  function label(node) {
    const verdict = /\b(false|conditional),/.exec(node.says);
    return node.name.replace(/^(lemma|axiom)(?=[A-Z])/, '') + (verdict ? ' ' + verdict[1] : '');
  }

  // The name with places where a line may end.
  function broken(name) {
    const parts = [];
    name.split(/(?<=\.)|(?<=[a-z])(?=[A-Z])/).forEach(function (word) {
      parts.push(word, make('wbr'));
    });
    return parts.slice(0, -1);
  }

  function link(node) {
    return make('a', { href: '#' + node.id, class: 'node ' + node.standing, title: node.title || node.name }, [
      make('span', { 'aria-hidden': 'true' }, marks[node.standing].slice(0, 1) + '\u00a0'),
    ].concat(broken(label(node)), make('span', { class: 'spoken' }, ', ' + marks[node.standing].slice(2))));
  }

  function build() {
    const input = make('input', { type: 'search', id: 'find', autocomplete: 'off', placeholder: 'ZERO-2, Sgd.train, MulZero ...' });
    const found = make('ul', { class: 'found', 'aria-live': 'polite' });
    stage.append(make('div', { class: 'find' }, [make('label', { for: 'find' }, 'Find a claim, theorem, contract, lemma or axiom'), input]),
      found, make('div', { class: 'stage' }), make('div', { class: 'end' }));
    stage.hidden = false;
    input.addEventListener('input', function () {
      const matches = find(input.value);
      found.replaceChildren.apply(found, matches.slice(0, many).map(function (node) {
        return make('li', {}, [link(node)]);
      }));
      if (input.value.trim() && matches.length === 0) {
        found.append(make('li', {}, 'Nothing has these words in its name or title.'));
      } else if (matches.length > many) {
        found.append(make('li', {}, 'and ' + (matches.length - many) + ' more'));
      }
    });
    input.addEventListener('keydown', function (event) {
      const first = find(input.value)[0];
      if (event.key === 'Enter' && first) {
        window.location.hash = first.id;
      }
    });
    return { input: input, found: found };
  }

  // Nodes with all words in the name or title; those whose name begins with them first.
  function find(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) {
      return [];
    }
    const matches = Array.from(nodes.values()).filter(function (node) {
      const all = (node.name + ' ' + node.title).toLowerCase();
      return words.every(function (word) {
        return all.includes(word);
      });
    });
    const begins = function (node) {
      return node.name.toLowerCase() === words[0] ? 0 : node.name.toLowerCase().startsWith(words[0]) ? 1 : 2;
    };
    return matches.sort(function (one, other) {
      return begins(one) - begins(other);
    });
  }

  function chosen() {
    let id = '';
    try {
      id = decodeURIComponent(window.location.hash.slice(1));
    } catch (e) {
      id = '';
    }
    return nodes.get(id);
  }

  function show() {
    const asked = chosen();
    const node = asked || nodes.get('claim-ZERO-2') || nodes.values().next().value;
    if (!asked && window.location.hash.length > 1 && stage.querySelector('.card')) {
      return;
    }
    search.input.value = '';
    search.found.replaceChildren();
    stage.querySelector('.stage').replaceChildren(
      document.createElementNS('http://www.w3.org/2000/svg', 'svg'),
      side('by', 'What rests on it', node.by), card(node), side('on', 'What it rests on', node.on));
    stage.querySelector('.end').replaceChildren.apply(stage.querySelector('.end'), ends(node));
    stage.querySelectorAll('details').forEach(function (part) {
      part.addEventListener('toggle', draw);
    });
    stage.querySelectorAll('.side').forEach(function (part) {
      part.addEventListener('scroll', draw, { passive: true });
    });
    draw();
    if (asked) {
      stage.scrollIntoView({ block: 'start' });
      stage.querySelector('.card .name').focus({ preventScroll: true });
    }
  }

  function card(node) {
    const proofs = stage.dataset.proofs ? stage.dataset.proofs + '#' + node.name : '';
    const pages = { claim: 'claims/' + node.name + '.html', axiom: 'trust.html#what-is-trusted',
      theorem: proofs, contract: proofs, lemma: proofs };
    const page = pages[node.kind];
    const words = { claim: 'The page of the claim', axiom: 'What is trusted' };
    return make('div', { class: 'card' }, [
      make('div', { class: 'kind' }, kinds[node.kind][0]),
      make('p', { class: 'name', tabindex: '-1' }, node.title ? node.name + ': ' + node.title : broken(node.name)),
      make('p', {}, [make('span', { class: 'node ' + node.standing }, node.says)]),
      page ? make('p', {}, [make('a', { href: page }, words[node.kind] || 'Among the proofs')]) : '',
    ]);
  }

  function side(way, heading, all) {
    const part = make('div', { class: 'side ' + way, role: 'group', 'aria-label': heading, tabindex: '0' },
      [make('p', { class: 'head' }, all.length ? heading : heading + ': nothing')]);
    Object.keys(kinds).forEach(function (kind) {
      const some = all.filter(function (node) {
        return node.kind === kind;
      });
      if (some.length) {
        const items = make('ul', {}, some.map(function (node) {
          return make('li', {}, [link(node)]);
        }));
        const folded = make('details', {}, [make('summary', {}, some.length === 1 ? '1 ' + kinds[kind][0]
          : some.length + ' ' + kinds[kind][1].toLowerCase()), items]);
        folded.open = some.length <= many;
        part.append(folded);
      }
    });
    return part;
  }

  // What lies at the two ends: the claims above, the axioms below, and one way to each.
  function ends(node) {
    const below = reach(node, 'on');
    const above = reach(node, 'by');
    const parts = [];
    const axioms = of(below, 'axiom').filter(function (axiom) {
      return axiom !== node;
    });
    if (node.kind !== 'axiom') {
      const counts = Object.keys(kinds).map(function (kind) {
        const count = of(below, kind).length - (node.kind === kind ? 1 : 0);
        return count === 0 ? '' : count + ' ' + (count === 1 ? kinds[kind][0] : kinds[kind][1].toLowerCase());
      }).filter(Boolean);
      parts.push(make('p', {}, (counts.length ? 'In all it rests on ' + counts.join(', ') : 'It rests on nothing else here')
        + (axioms.length ? '. One way down to each axiom:' : '. No axiom of arithmetic is under it.')));
    }
    parts.push(make('div', { class: 'ways' }, axioms.map(function (axiom) {
      return way(below, axiom, node);
    })));
    const claims = of(above, 'claim').filter(function (claim) {
      return claim !== node;
    });
    if (claims.length) {
      parts.push(make('p', {}, claims.length === 1 ? 'One claim rests on it in all: ' : claims.length + ' claims rest on it in all: '),
        make('ul', { class: 'found' }, claims.map(function (claim) {
          return make('li', {}, [link(claim)]);
        })));
    }
    return parts;
  }

  function of(reached, kind) {
    return Array.from(reached.keys()).filter(function (node) {
      return node.kind === kind;
    });
  }

  function way(from, axiom, node) {
    const steps = [];
    for (let at = axiom; at; at = from.get(at)) {
      steps.unshift(at);
    }
    return make('details', {}, [
      make('summary', {}, label(axiom) + ', ' + (steps.length - 1) + (steps.length === 2 ? ' step' : ' steps')),
      make('ol', {}, steps.map(function (step) {
        return make('li', {}, [link(step)]);
      })),
    ]);
  }

  // Lines from the card to what is shown beside it.
  function draw() {
    const field = stage.querySelector('.stage');
    const svg = field.querySelector('svg');
    const box = field.getBoundingClientRect();
    const middle = field.querySelector('.card').getBoundingClientRect();
    svg.setAttribute('aria-hidden', 'true');
    svg.replaceChildren();
    field.querySelectorAll('.side').forEach(function (part) {
      const isLeft = part.classList.contains('by');
      const bounds = part.getBoundingClientRect();
      part.querySelectorAll('details').forEach(function (group) {
        const ends = group.open ? group.querySelectorAll('a') : group.querySelectorAll('summary');
        ends.forEach(function (end) {
          const at = end.getBoundingClientRect();
          const y2 = at.top + at.height / 2;
          if (y2 < bounds.top || y2 > bounds.bottom) {
            return;
          }
          const x1 = (isLeft ? middle.left : middle.right) - box.left;
          const y1 = middle.top + middle.height / 2 - box.top;
          const x2 = (isLeft ? at.right : at.left) - box.left;
          const bend = (x1 + (isLeft ? bounds.right : bounds.left) - box.left) / 2;
          const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
          path.setAttribute('d', 'M' + x1 + ' ' + y1 + 'C' + bend + ' ' + y1 + ' ' + bend + ' ' + (y2 - box.top) + ' ' + x2 + ' ' + (y2 - box.top));
          svg.append(path);
        });
      });
    });
  }

  // In the picture of all, what a node under the pointer or the keyboard is joined to stands out.
  function light() {
    const picture = document.querySelector('svg.overview');
    const shapes = new Map();
    picture.querySelectorAll('a').forEach(function (shape, number) {
      shape.dataset.number = number;
      shapes.set(nodes.get(decodeURIComponent(shape.getAttribute('href').slice(1))), shape);
    });
    const dim = function () {
      picture.classList.remove('some');
      picture.querySelectorAll('.lit').forEach(function (part) {
        part.classList.remove('lit');
      });
    };
    shapes.forEach(function (shape, node) {
      const lit = function () {
        dim();
        picture.classList.add('some');
        [reach(node, 'on'), reach(node, 'by')].forEach(function (reached) {
          reached.forEach(function (from, other) {
            if (shapes.has(other)) {
              shapes.get(other).classList.add('lit');
            }
          });
        });
        picture.querySelectorAll('path[data-of]').forEach(function (path) {
          path.classList.toggle('lit', path.dataset.of === shape.dataset.number);
        });
      };
      shape.addEventListener('mouseenter', lit);
      shape.addEventListener('focus', lit);
      shape.addEventListener('mouseleave', dim);
      shape.addEventListener('blur', dim);
    });
  }
}());
