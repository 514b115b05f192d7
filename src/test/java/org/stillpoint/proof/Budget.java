package org.stillpoint.proof;

import java.time.Duration;

/** How many rule applications a proof may take, and how long. */
record Budget(int steps, Duration time) {

    static final Budget LEMMA = new Budget(5_000, Duration.ofSeconds(60));
    static final Budget PROOF = new Budget(30_000, Duration.ofSeconds(300));
}
