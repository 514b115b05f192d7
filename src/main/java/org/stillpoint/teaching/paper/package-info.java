/** Texts for paper, as blocks that can be written as LaTeX, Markdown or HTML. */
package org.stillpoint.teaching.paper;
