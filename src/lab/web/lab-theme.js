'use strict';

/** Light or dark as a reader of the site has chosen, before the first paint. The site's own pages have the button for it. */
(() => {
  try {
    document.documentElement.dataset.theme = localStorage.getItem('stillpoint-theme') || 'auto';
  } catch {
    document.documentElement.dataset.theme = 'auto';
  }
})();
