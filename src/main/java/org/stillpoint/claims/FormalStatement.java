package org.stillpoint.claims;

import java.util.List;

/**
 * What a proof states, in the words of its contract.
 *
 * @param proof the proved contract, such as {@code ZeroInitialization.weightsStayZero}
 * @param given its hypotheses, one a line; copied
 * @param then its conclusions, one a line; copied
 */
public record FormalStatement(String proof, List<String> given, List<String> then) {

    public FormalStatement {
        given = List.copyOf(given);
        then = List.copyOf(then);
    }
}
