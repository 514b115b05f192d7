/** What is known about the claims, to be read: the static site, and text, Markdown, LaTeX, BibTeX and JSON. */
package org.stillpoint.report;
