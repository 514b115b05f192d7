package org.stillpoint.lint.finding;

import org.stillpoint.lint.fact.Place;

/** Why zeros do no harm, by where they stand. */
final class HarmlessText {

    private HarmlessText() {
    }

    static String why(Place place) {
        return switch (place) {
            case BIAS -> "That is how biases usually start; they move in the first step.";
            case SCALE -> "That is how the last scale of a residual branch usually starts; it moves in the first step.";
            case END_OF_BRANCH -> "They end a branch that is added to something else, which passes on nothing yet: they move in "
                    + "the first step, those before them in the second.";
            case OUTPUT -> "They are the last before an output: they move in the first step, those before them in the second.";
            case ONE_OF_TWO_FACTORS -> "They are one of two factors, and the other one is not zero: they move in the first step, "
                    + "the other one in the second.";
            case INPUT -> "They read what is fed, and nothing keeps them from moving in the first step.";
            case WITHIN -> "Nothing that is known keeps them from moving.";
        };
    }

    /** The claim that speaks of zeros there; empty if none does. */
    static String claim(Place place) {
        return switch (place) {
            case END_OF_BRANCH -> "RES-1";
            case ONE_OF_TWO_FACTORS -> "LORA-1";
            default -> "";
        };
    }
}
