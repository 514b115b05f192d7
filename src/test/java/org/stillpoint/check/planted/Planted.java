package org.stillpoint.check.planted;

/** A mistake that is planted in a program, and the layers it is made in. */
record Planted(String mistake, Where where) {

    /** Layers, from 0. */
    enum Where {
        EVERY, HIDDEN, LAST, FIRST;

        boolean holds(int l, int depth) {
            return switch (this) {
                case EVERY -> true;
                case HIDDEN -> l < depth - 1;
                case LAST -> l == depth - 1;
                case FIRST -> l == 0;
            };
        }
    }

    static Planted everywhere(String mistake) {
        return new Planted(mistake, Where.EVERY);
    }

    @Override
    public String toString() {
        return where == Where.EVERY ? mistake : mistake + " (" + where.name().toLowerCase() + ")";
    }
}
