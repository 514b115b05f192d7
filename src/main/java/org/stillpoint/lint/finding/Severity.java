package org.stillpoint.lint.finding;

/** How bad a finding is, the worst first. */
public enum Severity {

    ERROR, WARNING, NOTE
}
