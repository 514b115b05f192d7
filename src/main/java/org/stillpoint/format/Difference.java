package org.stillpoint.format;

/**
 * A place where a file and what was computed disagree.
 *
 * @param pointer the JSON pointer of the place
 * @param expected what the file says
 * @param actual what was computed
 */
public record Difference(String pointer, String expected, String actual) {
}
