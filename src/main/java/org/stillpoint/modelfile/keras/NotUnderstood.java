package org.stillpoint.modelfile.keras;

/** A layer of which nothing can be said; the message says why. */
final class NotUnderstood extends Exception {

    private static final long serialVersionUID = 1L;

    NotUnderstood(String why) {
        super(why, null, false, false);
    }

    /** @throws NotUnderstood if that does not hold */
    static void require(boolean holds, String why) throws NotUnderstood {
        if (!holds) {
            throw new NotUnderstood(why);
        }
    }
}
