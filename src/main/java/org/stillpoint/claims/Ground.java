package org.stillpoint.claims;

/**
 * A piece of evidence that a claim calls on, and what that shows of it.
 *
 * @param of how much of the claim it decides
 */
public record Ground(EvidenceName evidence, Shows shows, Extent of) {

    /** What the evidence must say of the claim for its part. */
    Bearing on(String claim) {
        return new Bearing(claim, shows, of);
    }

    boolean establishes() {
        return shows == Shows.ESTABLISHES;
    }

    /** By what it decides what it speaks of. */
    EstablishedBy means() {
        return EstablishedBy.of(evidence.kind());
    }

    @Override
    public String toString() {
        return evidence + " " + shows.id() + " " + of;
    }
}
