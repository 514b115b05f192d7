package org.stillpoint.symmetry;

import java.util.stream.Stream;

/** Finds where claims of one kind apply: only there, and with every condition of the claim met or said. */
@FunctionalInterface
interface Rule {

    Stream<Consequence> apply(Situation situation);
}
