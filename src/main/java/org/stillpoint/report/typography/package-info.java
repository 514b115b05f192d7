/** How words of the catalogue are set: symbols as mathematics, and names that break only where a reader would break them. */
package org.stillpoint.report.typography;
