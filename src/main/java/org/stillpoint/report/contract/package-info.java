/** The contracts of the theorems as code, taken from the sources that were proved, with their words explained. */
package org.stillpoint.report.contract;
