package org.stillpoint.lint.finding;

import java.util.List;

/**
 * What is told of some units of a tensor.
 *
 * @param units numbered from 0, ascending; empty if it is told of the whole tensor
 * @param claim the identifier of the claim that it rests on; empty if there is none
 * @param basis what it rests on beside that
 * @param condition under which it holds, a phrase; empty if there is none
 * @param says it, in sentences with numbers
 * @param advice what to do
 * @param why it follows, a line for each step; empty if that is not known
 */
public record Finding(Rule rule, Severity severity, String tensor, List<Integer> units, String claim, Basis basis,
                      String condition, String says, String advice, Saving saves, String why) {

    public Finding {
        units = List.copyOf(units);
    }

    /** Whether a certificate that the proved checker accepted says so. */
    public boolean certificate() {
        return basis == Basis.CERTIFICATE;
    }
}
