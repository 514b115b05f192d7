package org.stillpoint.lint.finding;

/** What a finding rests on. */
public enum Basis {

    /** A certificate that the proved checker accepted. */
    CERTIFICATE,

    /** The entries of tensors, and nothing that says what follows from them. */
    ENTRIES,

    /** What the network computes of data. */
    DATA
}
