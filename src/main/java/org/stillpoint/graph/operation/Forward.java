package org.stillpoint.graph.operation;

/** The forward operations, with their pulls. An operand or result without axes is a number. */
public final class Forward {

    private Forward() {
    }

    /** {@code x + y}, of equal shapes. */
    public static Differentiable sum() {
        return Differentiable.binary(new Sum(), Pull.of(new First()), Pull.of(new First()));
    }
}
