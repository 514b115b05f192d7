package org.stillpoint.proof.prover;

import java.time.Duration;

/** How many rule applications a proof may take, and how long. */
public record Budget(int steps, Duration time) {

    public static final Budget LEMMA = new Budget(5_000, Duration.ofSeconds(60));
    public static final Budget PROOF = new Budget(30_000, Duration.ofSeconds(300));
}
