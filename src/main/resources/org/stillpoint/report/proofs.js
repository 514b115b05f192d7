'use strict';
// Shows the rows that hold all the words of a field.
(function () {
  const place = document.getElementById('find');
  const rows = Array.from(document.querySelectorAll('tbody tr'));
  const texts = rows.map(function (row) {
    return row.textContent.toLowerCase();
  });
  const label = document.createElement('label');
  const field = document.createElement('input');
  const count = document.createElement('span');
  label.textContent = place.textContent.trim();
  label.htmlFor = 'filter';
  field.id = 'filter';
  field.type = 'search';
  field.autocomplete = 'off';
  count.setAttribute('role', 'status');
  place.replaceChildren(label, field, count);
  place.hidden = false;

  function filter() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach(function (row, i) {
      const isShown = words.every(function (word) {
        return texts[i].includes(word);
      });
      row.hidden = !isShown;
      shown += isShown ? 1 : 0;
    });
    document.querySelectorAll('main table').forEach(function (table) {
      const isEmpty = !table.querySelector('tbody tr:not([hidden])');
      table.closest('main > div').hidden = isEmpty;
    });
    count.textContent = words.length === 0 ? '' : shown === 0 ? 'no row has these words' : shown + (shown === 1 ? ' row' : ' rows');
  }

  field.addEventListener('input', filter);
  // A row that is asked for is shown, whatever the field says.
  window.addEventListener('hashchange', function () {
    field.value = '';
    filter();
    const row = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (row) {
      row.scrollIntoView();
    }
  });
}());
