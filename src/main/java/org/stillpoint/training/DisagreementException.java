package org.stillpoint.training;

/** Two engines end the same training differently: a defect of one of them, and nothing that they found may be believed. */
public final class DisagreementException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DisagreementException(String message) {
        super(message);
    }
}
