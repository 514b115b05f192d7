package org.stillpoint.check.verdict;

import org.stillpoint.check.question.Reported;
import org.stillpoint.check.rounding.Rounded;

/**
 * A number of an answer that a right program does not give.
 *
 * @param what it is, for a reader: {@code gradient of the weight of layer 1, unit 1, input 2}
 * @param expected what a right program gives, with the bound on its rounding errors
 */
public record WrongNumber(String what, Reported reported, Rounded expected) {
}
