package org.stillpoint.graph.certificate;

import org.stillpoint.domain.DomainException;

/** Something that holds in every step, or in the first one, whichever a finding is about. */
public sealed interface Fact {

    /** A slot holds zero. */
    record Zero(int slot) implements Fact {
    }

    /**
     * Two slots hold the same.
     *
     * @param slot the later one
     * @param other an earlier one
     */
    record Same(int slot, int other) implements Fact {

        public Same {
            if (other >= slot) {
                throw new DomainException("slots " + slot + " and " + other + ", expected a later one and an earlier one");
            }
        }

        static Same of(int s, int t) {
            return new Same(Math.max(s, t), Math.min(s, t));
        }
    }

    /** A state slot holds in the next step what it holds. */
    record Unchanged(int slot) implements Fact {
    }
}
