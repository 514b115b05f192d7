package org.stillpoint.check.mistake;

import org.stillpoint.domain.Named;

/** The layers in which a mistake is made. */
public enum Scope implements Named {
    ALL("every layer") {
        @Override
        public boolean covers(int l, int depth) {
            return true;
        }
    },
    HIDDEN("every hidden layer") {
        @Override
        public boolean covers(int l, int depth) {
            return l < depth - 1;
        }
    },
    LAST("the last layer") {
        @Override
        public boolean covers(int l, int depth) {
            return l == depth - 1;
        }
    },
    FIRST("the first layer") {
        @Override
        public boolean covers(int l, int depth) {
            return l == 0;
        }
    },
    ABOVE_FIRST("every layer above the first") {
        @Override
        public boolean covers(int l, int depth) {
            return l > 0;
        }
    };

    private final String id;

    Scope(String id) {
        this.id = id;
    }

    /** In words. */
    @Override
    public String id() {
        return id;
    }

    /**
     * Whether the mistake is made in a layer.
     *
     * @param l from 0
     */
    public abstract boolean covers(int l, int depth);
}
