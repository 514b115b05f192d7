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
        return strand.fixed().map(why -> Words.capital(strand.noun(2)) + " cannot be taken away here: " + why + ".")
                .orElse("To use the model as it is, take the " + strand.noun(units) + " away" + tool() + ".");
    }

    /** To merge units. */
    String merge(Strand strand) {
        return strand.fixed().map(why -> Words.capital(strand.noun(2)) + " cannot be merged here: " + why + ".")
                .orElse("To use the model as it is, keep one of each and add up the outgoing weights" + tool() + ".");
    }

    private String tool() {
        return isSimplifiable ? " (--simplify OUT)" : "";
    }
}
