package org.stillpoint.lint.finding;

/** What to do with units that are worth nothing. */
final class Advice {

    private final boolean isSimplifiable;

    /** @param format that of the file */
    Advice(String format) {
        this.isSimplifiable = format.equals("onnx");
    }

    /** To take units away: by ourselves where there is a tool. */
    String takeAway(Strand strand, int units) {
        return strand.fixed().map(why -> units == 1
                        ? "The " + strand.noun(1) + " cannot be taken away by itself: of all of them, " + why + "."
                        : "The " + strand.noun(2) + " cannot be taken away by themselves: " + why + ".")
                .orElse("To use the model as it is, take the " + strand.noun(units) + " away"
                        + (isSimplifiable ? ": --simplify OUT does." : "."));
    }

    /** To merge units. */
    String merge(Strand strand) {
        return strand.fixed().map(why -> "They cannot be merged by themselves: " + why + ".")
                .orElse("To use the model as it is, keep one of each and add up its outgoing weights"
                        + (isSimplifiable ? ": --simplify OUT does." : "."));
    }
}
