package org.stillpoint.lint.survey;

/** For each of several parts of a tensor its digest in two lanes and the size of its largest entry. */
record Sums(long[] first, long[] second, long[] largest) {

    static Sums of(int parts) {
        return new Sums(new long[parts], new long[parts], new long[parts]);
    }

    int parts() {
        return largest.length;
    }

    /** Whether all entries of a part are 0. */
    boolean isZero(int part) {
        return largest[part] == 0;
    }

    /** Whether a part may be equal to one of others, in the same shape and with the same keys. */
    boolean agrees(int part, Sums others, int other) {
        return first[part] == others.first[other] && second[part] == others.second[other]
                && largest[part] == others.largest[other];
    }

    void add(int part, long toFirst, long toSecond, long size) {
        first[part] += toFirst;
        second[part] += toSecond;
        largest[part] = Math.max(largest[part], size);
    }

    /** Adds what was found in other entries of the same parts. */
    void add(Sums other) {
        for (int part = 0; part < parts(); part++) {
            add(part, other.first[part], other.second[part], other.largest[part]);
        }
    }
}
