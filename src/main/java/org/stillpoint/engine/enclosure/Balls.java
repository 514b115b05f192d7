package org.stillpoint.engine.enclosure;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;

/**
 * States as balls of one precision and back. A ball that no step has moved since it was made of a fraction is that fraction
 * still: a step that does not move a number passes on the same object.
 */
public final class Balls {

    private final Precision precision;
    private final MixedField mixed;
    private final Map<Ball, Mixed> origins = new IdentityHashMap<>();

    public Balls(Precision precision) {
        this.precision = precision;
        this.mixed = new MixedField(precision);
    }

    public State<Ball> of(State<Mixed> state) {
        return new State<>(balls(state.parameters()), state.memory().stream().map(this::balls).toList(), state.steps());
    }

    public State<Mixed> mixed(State<Ball> state) {
        return new State<>(mixed(state.parameters()), state.memory().stream().map(this::mixed).toList(), state.steps());
    }

    /** With balls for fractions that are too long to go on with. */
    State<Ball> ofLong(State<Mixed> state) {
        return of(mixed.shortened(state));
    }

    private Values<Ball> balls(Values<Mixed> values) {
        return new Values<>(balls(values.weights()), balls(values.biases()));
    }

    private Ball[][] balls(Mixed[][] rows) {
        Ball[][] balls = new Ball[rows.length][];
        for (int l = 0; l < rows.length; l++) {
            balls[l] = new Ball[rows[l].length];
            for (int k = 0; k < rows[l].length; k++) {
                balls[l][k] = ball(rows[l][k]);
            }
        }
        return balls;
    }

    private Ball ball(Mixed number) {
        Ball ball = mixed.ball(number);
        if (number.isExact() && !ball.isExact()) {
            origins.put(ball, number);
        }
        return ball;
    }

    public Values<Mixed> mixed(Values<Ball> values) {
        return new Values<>(mixed(values.weights()), mixed(values.biases()));
    }

    private Mixed[][] mixed(Ball[][] rows) {
        Mixed[][] numbers = new Mixed[rows.length][];
        for (int l = 0; l < rows.length; l++) {
            numbers[l] = new Mixed[rows[l].length];
            for (int k = 0; k < rows[l].length; k++) {
                numbers[l][k] = mixed(rows[l][k]);
            }
        }
        return numbers;
    }

    private Mixed mixed(Ball ball) {
        return ball.isExact() ? Mixed.of(precision.middle(ball)) : origins.getOrDefault(ball, Mixed.of(ball));
    }

    public static boolean isExact(State<Mixed> state) {
        return isExact(List.of(state.parameters())) && isExact(state.memory());
    }

    private static boolean isExact(List<Values<Mixed>> values) {
        return values.stream().allMatch(v -> isExact(v.weights()) && isExact(v.biases()));
    }

    private static boolean isExact(Mixed[][] rows) {
        for (Mixed[] row : rows) {
            for (Mixed number : row) {
                if (!number.isExact()) {
                    return false;
                }
            }
        }
        return true;
    }
}
