package org.stillpoint.decision;

/** What training makes of a start, the output bias aside. */
public enum Outcome {

    /** No weight and no hidden bias ever changes, whatever the data. */
    STUCK("stuck", "no weight and no hidden bias ever changes, whatever the data"),
    /** Hidden units that start at zero never change, whatever the data; on some data others do. */
    FROZEN("frozen units", "hidden units that start with all of their weights and biases zero never change, whatever the data; "
            + "on some data others do"),
    /** On some data the parameters change; units that start equal never part, whatever the data. */
    SYMMETRIC("symmetric", "on some data the parameters change; units that start equal never part, whatever the data"),
    /** On some data the parameters change and leave no two hidden units with equal incoming weights and biases. */
    SEPARATES("separates",
            "on some data the parameters change and leave no two hidden units with equal incoming weights and biases");

    private final String words;
    private final String meaning;

    Outcome(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /** A few words for it. */
    public String words() {
        return words;
    }

    /** What is said by it, and of which data. */
    public String meaning() {
        return meaning;
    }
}
