package org.stillpoint.lint.survey;

/**
 * How entries are looked at; no answer hangs on it.
 *
 * @param chunk how many entries are read at once
 * @param parts in how many a large tensor is read at the same time, at most
 * @param largest how many entries a tensor has at least that is read in parts
 */
record Settings(Keys keys, int chunk, int parts, long largest) {

    /** A chunk that stays in a processor's cache; more parts would take more memory. */
    static final Settings USUAL = new Settings(Keys.RANDOM, 1 << 15, Math.min(4, Runtime.getRuntime().availableProcessors()),
            1 << 20);
}
