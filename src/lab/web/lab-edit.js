'use strict';

/** Editing a number in its place: a field over the number, which Enter takes and Escape gives up. */
const LabEdit = (() => {
  const { html } = LabDom;

  function placed(input, target) {
    const box = target.getBoundingClientRect();
    const width = Math.min(Math.max(80, 9 * input.value.length + 24), document.documentElement.clientWidth - 16);
    const left = Math.min(Math.max(8, box.left + box.width / 2 - width / 2), document.documentElement.clientWidth - width - 8);
    Object.assign(input.style, {
      width: `${width}px`,
      left: `${left + scrollX}px`,
      top: `${box.top + box.height / 2 - 16 + scrollY}px`,
    });
  }

  /** Opens the field over a target; `take` is called with the typed text, if it is another than before. */
  function open(target, value, name, take) {
    const input = html('input', {
      id: 'editing',
      value,
      'aria-label': `new value of ${name}`,
      spellcheck: 'false',
      autocomplete: 'off',
    });
    let closed = false;
    const close = (text, back) => {
      if (closed) {
        return;
      }
      closed = true;
      input.remove();
      if (back && target.focus) {
        target.focus();
      }
      if (text !== null && text.trim() !== value) {
        take(text);
      }
    };
    input.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === 'Escape') {
        event.preventDefault();
        close(event.key === 'Enter' ? input.value : null, true);
      }
    });
    input.addEventListener('blur', () => close(input.value, false));
    document.body.append(input);
    placed(input, target);
    input.select();
    input.focus();
  }

  return { open };
})();
