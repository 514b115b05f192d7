package org.stillpoint.search;

import java.util.Optional;
import java.util.function.Supplier;
import org.stillpoint.witness.Counterexample;

/** Candidates in a fixed order that are decided together. */
interface Block {

    /** How many candidates there are. */
    long cases();

    /** The first counterexample among them, checked by the reference kernel. */
    Optional<Hit> firstHit();

    /** A block of one candidate. */
    static Block of(Counterexample candidate) {
        return ofOne(() -> candidate.holds() ? Optional.of(candidate) : Optional.empty());
    }

    /** @param counterexample the candidate, if it is one; asked for when the block is decided */
    static Block ofOne(Supplier<Optional<Counterexample>> counterexample) {
        return new Block() {
            @Override
            public long cases() {
                return 1;
            }

            @Override
            public Optional<Hit> firstHit() {
                return counterexample.get().map(hit -> new Hit(1, hit));
            }
        };
    }

    /**
     * A counterexample.
     *
     * @param place among the candidates of its block, from 1
     */
    record Hit(long place, Counterexample counterexample) {
    }
}
