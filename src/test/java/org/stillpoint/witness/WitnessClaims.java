package org.stillpoint.witness;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stillpoint.claims.Bearing;

/** What each counterexample file shows of claims: of the one that the file names, and of others that it serves too. */
final class WitnessClaims {

    private static final Map<String, List<Bearing>> ALL = Map.ofEntries(
            witness("ACT-1", "ACT-1 refutes all"),
            witness("ACT-2-moves", "ACT-2 establishes case"),
            witness("ACT-2-stuck", "ACT-2 refutes case"),
            witness("BLOCK-2-moves", "BLOCK-2 establishes case"),
            witness("BLOCK-2-stuck", "BLOCK-2 refutes case"),
            witness("KINK-4-maximum-clamp", "KINK-4 refutes all"),
            witness("KINK-4-relu-maximum", "KINK-4 refutes all"),
            witness("CHAIN-1", "CHAIN-1 refutes all"),
            witness("KINK-2-half", "KINK-2 establishes case"),
            witness("KINK-2-zero", "KINK-2 establishes case"),
            witness("KINK-5", "KINK-5 refutes all"),
            witness("DATA-1-batches", "DATA-1 establishes remark"),
            witness("EMB-1", "EMB-1 establishes case"),
            witness("LAW-2", "LAW-2 refutes all"),
            witness("PART-1-moves", "PART-1 establishes case"),
            witness("PART-1-stuck", "PART-1 refutes case"),
            witness("PART-3", "PART-3 refutes all"),
            witness("PART-4", "PART-4 refutes all"),
            witness("PART-5", "PART-5 establishes case"),
            witness("PART-6-separates", "PART-6 establishes case"),
            witness("PART-6-stuck", "PART-6 refutes case"),
            witness("PART-7", "PART-7 refutes case"),
            witness("Q-3", "Q-3 refutes all", "SYM-6 establishes remark"),
            witness("Q-4", "Q-4 refutes all", "SYM-6 refutes all"),
            witness("Q-5", "Q-5 refutes all", "SYM-7 refutes all"),
            witness("Q-6-better", "Q-6 establishes the weights can change, to a better loss too"),
            witness("Q-6-worse", "LAW-9 refutes all", "Q-6 establishes they need not come to a better loss"),
            witness("Q-A-not-convex", "Q-A refutes the problem is convex"),
            witness("Q-A-two-cycle", "Q-A refutes SGD converges on convex problems"),
            witness("Q-A-useless", "Q-A refutes SGD converges to the correct weights"),
            witness("Q-D", "Q-D refutes case", "ZERO-8 refutes case"),
            witness("STATE-1", "STATE-1 refutes case"),
            witness("SYM-10", "SYM-10 refutes all"),
            witness("SYM-11", "SYM-11 refutes case"),
            witness("SYM-12", "SYM-12 establishes masks that differ can part them"),
            witness("SYM-13-opposite", "SYM-13 establishes opposite twins"),
            witness("SYM-13-rescaled", "SYM-13 establishes rescaled twins"),
            witness("UNIT-0", "UNIT-0 refutes all"),
            witness("WIDTH-1", "WIDTH-1 refutes case"),
            witness("ZERO-10-batches", "ZERO-10 refutes other batches, with an output bias"),
            witness("ZERO-10-unbalanced", "ZERO-10 refutes other batches, with an output bias"),
            witness("ZERO-13", "ZERO-13 refutes case"),
            witness("ZERO-14-moves", "ZERO-14 establishes case", "LORA-1 establishes case"),
            witness("ZERO-14-stuck", "ZERO-14 establishes case"),
            witness("ZERO-8", "ZERO-8 refutes case"));

    private WitnessClaims() {
    }

    private static Map.Entry<String, List<Bearing>> witness(String name, String... claims) {
        return Map.entry(name, Arrays.stream(claims).map(Bearing::parse).toList());
    }

    /**
     * What a file shows.
     *
     * @param claim the claim that the file names
     * @throws IllegalStateException if nothing is said of the file, or nothing of its own claim
     */
    static List<Bearing> of(String name, String claim) {
        List<Bearing> bearings = ALL.getOrDefault(name, List.of());
        if (bearings.stream().noneMatch(bearing -> bearing.claim().equals(claim))) {
            throw new IllegalStateException(name + ": nothing is said of what it shows of " + claim);
        }
        return bearings;
    }
}
