package org.stillpoint.domain;

/** A target that a loss is not made for. */
public final class TargetException extends DomainException {

    private static final long serialVersionUID = 1L;

    private final int sample;

    /** @param sample the one with the target, from 0 */
    TargetException(int sample, String message) {
        super(message);
        this.sample = sample;
    }

    /** The sample with the target, from 0. */
    public int sample() {
        return sample;
    }
}
