package org.stillpoint.lint.finding;

/** The kinds of findings. */
public enum Rule {

    /** An entry is infinite or no number. */
    NOT_FINITE("not-finite", Severity.ERROR),

    /** A whole trainable tensor can never move. */
    ZERO_BLOCK("zero-block", Severity.WARNING),

    ZERO_UNIT("zero-unit", Severity.WARNING),
    TWIN_UNITS("twin-units", Severity.WARNING),
    DEAD_UNIT("dead-unit", Severity.WARNING),
    CONSTANT_UNIT("constant-unit", Severity.WARNING),
    ZERO_INPUT("zero-input", Severity.WARNING),
    EQUAL_INPUTS("equal-inputs", Severity.WARNING),
    NEAR_TWINS("near-twins", Severity.NOTE),
    TINY_UNIT("tiny-unit", Severity.NOTE),

    /** It looks alarming and is not. */
    HARMLESS_ZERO("harmless-zero", Severity.NOTE);

    private final String id;
    private final Severity severity;

    Rule(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    /** Its identifier in reports. */
    public String id() {
        return id;
    }

    /** What a finding of it usually is. */
    public Severity severity() {
        return severity;
    }
}
