package org.stillpoint.search;

/**
 * How much of something the trainings have that a claim of one's own speaks of.
 *
 * @param least the least
 * @param most the most, or how far a search goes first
 * @param closed whether the claim speaks of no more than the most
 */
record Range(int least, int most, boolean closed) {

    static Range exactly(int number) {
        return new Range(number, number, true);
    }

    boolean allows(int number) {
        return number >= least && (number <= most || !closed);
    }

    @Override
    public String toString() {
        return least == most ? String.valueOf(least) : least + " to " + most;
    }
}
