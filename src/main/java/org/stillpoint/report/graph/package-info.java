/** What each claim rests on, down to the axioms: the graph of it, as a list that a script can be guided by, and as a picture. */
package org.stillpoint.report.graph;
