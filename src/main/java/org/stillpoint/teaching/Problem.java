package org.stillpoint.teaching;

/**
 * An exercise of a sheet.
 *
 * @param number from 1
 * @param title a few words
 * @param claim the identifier of the claim that it is about
 */
public record Problem(int number, String title, String claim, Exercise exercise) {
}
