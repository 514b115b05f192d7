'use strict';

/** Elements of the page. Text is set as text, never as markup. */
const LabDom = (() => {
  const SVG = 'http://www.w3.org/2000/svg';

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith('on')) {
        element.addEventListener(name.slice(2), value);
      } else if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(name, value === true ? '' : value);
      }
    }
    element.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
    return element;
  }

  const html = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
  const svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  /** A number: its short form; if that is rounded, a button that unfolds the exact one. */
  function number(value, kind = '') {
    const { text, rounded } = LabNumber.short(value);
    const zero = LabNumber.isZero(value) ? ' zero' : '';
    if (!rounded) {
      return html('span', { class: `number ${kind}${zero}` }, text);
    }
    const exact = LabNumber.exact(value);
    const fold = html(
      'button',
      { type: 'button', class: `number rounded ${kind}`, title: exact, 'aria-expanded': 'false' },
      text,
    );
    fold.addEventListener('click', () => {
      const open = fold.getAttribute('aria-expanded') === 'true';
      fold.setAttribute('aria-expanded', String(!open));
      fold.textContent = open ? text : exact;
    });
    return fold;
  }

  return { html, svg, number, byId: id => document.getElementById(id) };
})();
