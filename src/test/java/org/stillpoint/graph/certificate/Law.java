package org.stillpoint.graph.certificate;

/** What an operation may declare. Each says nothing of other operands, and none contradicts itself. */
enum Law {

    NOTHING {
        @Override
        boolean vanishes(boolean x, boolean y, boolean z) {
            return false;
        }
    },

    /** As a pull. */
    WITH_FIRST {
        @Override
        boolean vanishes(boolean x, boolean y, boolean z) {
            return x;
        }
    },

    PRODUCT {
        @Override
        boolean vanishes(boolean x, boolean y, boolean z) {
            return x || y;
        }
    },

    SUM {
        @Override
        boolean vanishes(boolean x, boolean y, boolean z) {
            return x && y;
        }

        @Override
        boolean keeps(boolean y, boolean z) {
            return y;
        }
    },

    /** As the step of a parameter by its error and a rate. */
    UPDATE {
        @Override
        boolean vanishes(boolean x, boolean y, boolean z) {
            return x && (y || z);
        }

        @Override
        boolean keeps(boolean y, boolean z) {
            return y || z;
        }
    },

    TWO_OF_THREE {
        @Override
        boolean vanishes(boolean x, boolean y, boolean z) {
            return x && y || y && z || x && z;
        }
    },

    ZERO {
        @Override
        boolean vanishes(boolean x, boolean y, boolean z) {
            return true;
        }
    },

    FIRST {
        @Override
        boolean vanishes(boolean x, boolean y, boolean z) {
            return x;
        }

        @Override
        boolean keeps(boolean y, boolean z) {
            return true;
        }
    };

    abstract boolean vanishes(boolean x, boolean y, boolean z);

    boolean keeps(boolean y, boolean z) {
        return false;
    }
}
