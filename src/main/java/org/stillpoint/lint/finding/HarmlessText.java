package org.stillpoint.lint.finding;

import org.stillpoint.lint.fact.Place;

/** Why zeros do no harm, by where they stand. */
final class HarmlessText {

    private HarmlessText() {
    }

    static String why(Place place) {
        return switch (place) {
            case BIAS -> "That is how biases usually start: as a rule they move in the first step, but not before a batch "
                    + "normalisation, which takes the mean away.";
            case SCALE -> "That is how the last scale of a residual branch usually starts: as a rule it moves in the first step.";
            case END_OF_BRANCH -> "They end a branch that is added to something else, which passes on nothing yet: as a rule "
                    + "they move in the first step, those before them in the second.";
            case OUTPUT -> "They are the last before an output: as a rule they move in the first step, those before them in the "
                    + "second.";
            case ONE_OF_TWO_FACTORS -> "They are one of two factors: as a rule they move in the first step, the other one in the "
                    + "second.";
            case INPUT -> "They read what is fed, and nothing that is known keeps them from moving in the first step.";
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
