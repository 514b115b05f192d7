/** Trainings to step through, as HTML that says everything without its script too. */
package org.stillpoint.report.player;
