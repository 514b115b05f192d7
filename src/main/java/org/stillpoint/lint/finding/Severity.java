package org.stillpoint.lint.finding;

import java.util.Locale;

/** How bad a finding is, the worst first. */
public enum Severity {

    ERROR, WARNING, NOTE;

    /** Its name in reports and options. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
