/**
 * Networks, data sets and results as files: strict JSON and CSV, exact numbers only. Bad content ends with a
 * {@link org.stillpoint.format.FormatException} that says where.
 */
package org.stillpoint.format;
