/** Networks as pictures: units as circles, weights as lines, and numbers that never stand on each other. */
package org.stillpoint.report.drawing;
