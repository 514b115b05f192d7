package org.stillpoint.graph.floating;

import java.util.stream.Stream;

/** What an operation on numbers computes in floating point, each sum and each product rounded: in float and in double. */
enum Rounded {

    SUM("sum") {
        @Override
        double of(double x, double y, double z) {
            return x + y;
        }

        @Override
        float of(float x, float y, float z) {
            return x + y;
        }
    },

    PRODUCT("product") {
        @Override
        double of(double x, double y, double z) {
            return x * y;
        }

        @Override
        float of(float x, float y, float z) {
            return x * y;
        }
    },

    /** The error of the second factor of a product. */
    PRODUCT_OF_OUTER("product with third") {
        @Override
        double of(double x, double y, double z) {
            return x * z;
        }

        @Override
        float of(float x, float y, float z) {
            return x * z;
        }
    },

    FIRST("same") {
        @Override
        double of(double x, double y, double z) {
            return x;
        }

        @Override
        float of(float x, float y, float z) {
            return x;
        }
    },

    RELU("rectifier") {
        @Override
        double of(double x, double y, double z) {
            return Math.max(x, 0);
        }

        @Override
        float of(float x, float y, float z) {
            return Math.max(x, 0);
        }
    },

    /** Of ReLU, with 0 at 0. */
    SLOPE("kinked slope") {
        @Override
        double of(double x, double y, double z) {
            return x > 0 ? 1 : 0;
        }

        @Override
        float of(float x, float y, float z) {
            return x > 0 ? 1 : 0;
        }
    },

    SQUARED_LOSS("derivative of the loss squared") {
        @Override
        double of(double x, double y, double z) {
            return x - y;
        }

        @Override
        float of(float x, float y, float z) {
            return x - y;
        }
    },

    DESCENT("descend") {
        @Override
        double of(double x, double y, double z) {
            return x - z * y;
        }

        @Override
        float of(float x, float y, float z) {
            return x - z * y;
        }
    },

    VELOCITY("velocity update") {
        @Override
        double of(double x, double y, double z) {
            return y + z * x;
        }

        @Override
        float of(float x, float y, float z) {
            return y + z * x;
        }
    };

    private final String exact;

    Rounded(String exact) {
        this.exact = exact;
    }

    abstract double of(double x, double y, double z);

    abstract float of(float x, float y, float z);

    /** That which stands for an exact operation, by what that says it is. */
    static Rounded of(String exact) {
        return Stream.of(values()).filter(rounded -> rounded.exact.equals(exact)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing in floating point stands for \"" + exact + "\""));
    }
}
