package org.stillpoint.witness;

/**
 * A place where a file and its replay disagree.
 *
 * @param pointer the JSON pointer of the place
 * @param expected what the file says
 * @param actual what was computed
 */
public record Difference(String pointer, String expected, String actual) {
}
