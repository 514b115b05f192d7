package org.stillpoint.check.verdict;

/**
 * How a program did on the cases of one claim.
 *
 * @param claim its name in the catalogue
 */
public record LawCount(String claim, int cases, int wrong) {
}
