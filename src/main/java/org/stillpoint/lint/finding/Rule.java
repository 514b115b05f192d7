package org.stillpoint.lint.finding;

/** The kinds of findings, the worst first. */
public enum Rule {

    NOT_FINITE("not-finite", Severity.ERROR, "Entries that are infinite or no numbers",
            "One such entry makes every output that depends on it useless, and the gradient with it. Such weights come from a "
            + "training that diverged, or from a conversion to a type with a smaller range."),

    ZERO_BLOCK("zero-block", Severity.WARNING, "A whole tensor that training never changes",
            "Its gradient is zero in every step, whatever the data are: what it multiplies is zero, or what comes back to it is. "
            + "Start it, or the zeros around it, at random."),

    ZERO_UNIT("zero-unit", Severity.WARNING, "Units whose incoming weights are all zero",
            "They pass on the same whatever comes in, so they take memory and time for nothing. If training cannot move them "
            + "either, they stay so."),

    TWIN_UNITS("twin-units", Severity.WARNING, "Units that are equal",
            "Equal units pass on the same. If they are equal in all that comes in and all that leaves, training keeps them "
            + "equal, and they are worth no more than one."),

    DEAD_UNIT("dead-unit", Severity.WARNING, "Units without any effect",
            "They pass on zero whatever comes in, or nothing reads what they pass on. They may be taken away without a change of "
            + "what the model computes."),

    CONSTANT_UNIT("constant-unit", Severity.WARNING, "Units that pass on a constant",
            "What they pass on depends on nothing that is fed. The constant may be added to the biases of the layers that read "
            + "it."),

    ZERO_INPUT("zero-input", Severity.WARNING, "Inputs of a layer that it multiplies by zero",
            "Whatever comes in there has no effect on the layer."),

    EQUAL_INPUTS("equal-inputs", Severity.WARNING, "Inputs of a layer with equal weights",
            "The layer depends on their sum only, and cannot tell them apart."),

    NEAR_TWINS("near-twins", Severity.NOTE, "Units that are nearly equal",
            "No incoming weight differs by more than the part of the largest one that was asked for. That is a heuristic: no "
            + "theorem says what such units do."),

    TINY_UNIT("tiny-unit", Severity.NOTE, "Units whose incoming weights are all tiny",
            "No entry is above 1e-20 in size. That is a heuristic: no theorem says that such units do nothing."),

    HARMLESS_ZERO("harmless-zero", Severity.NOTE, "Zeros that look alarming and are no trouble",
            "Zero biases, a zero last layer of a residual branch, and one zero factor of two move as soon as training begins. "
            + "Nothing is to be done.");

    private final String id;
    private final Severity severity;
    private final String title;
    private final String help;

    Rule(String id, Severity severity, String title, String help) {
        this.id = id;
        this.severity = severity;
        this.title = title;
        this.help = help;
    }

    /** Its identifier in reports. */
    public String id() {
        return id;
    }

    /** What a finding of it usually is. Some are less: a note where no certificate says so, and where chance explains it. */
    public Severity severity() {
        return severity;
    }

    /** What is found, in a few words. */
    public String title() {
        return title;
    }

    /** What it means, and what to do, in some sentences. */
    public String help() {
        return help;
    }
}
