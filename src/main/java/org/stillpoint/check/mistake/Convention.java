package org.stillpoint.check.mistake;

import java.util.Arrays;
import java.util.List;
import org.stillpoint.domain.Named;

/** Something that right programs do in different ways, with the ways; the first is the usual one. */
public enum Convention implements Named {

    RELU_AT_0("relu-at-0", "0", "1", "1/2"),
    LEAKY_RELU_AT_0("leaky-relu-at-0", "the slope below", "1", "the mean of both", "0"),
    ABS_AT_0("abs-at-0", "0", "1", "-1"),
    HARD_TANH_AT_KINKS("hard-tanh-at-kinks", "1", "0", "1/2"),
    BATCH("batch", "mean", "sum"),
    LOSS_FACTOR("loss-factor", "1/2", "1", "1/outputs", "1/2 1/outputs"),
    LOSS_OVER_OUTPUTS("loss-over-outputs", "sum", "mean"),
    HINGE_AT_1("hinge-at-1", "0", "-y"),
    PERCEPTRON_AT_0("perceptron-at-0", "-y", "0"),
    ABSOLUTE_AT_0("absolute-at-0", "0", "1", "-1"),
    DECAY("decay", "lambda", "2 lambda", "beside momentum"),
    DECAY_ON_BIASES("decay-on-biases", "no", "yes"),
    MOMENTUM("momentum", "v = m v + g", "v = m v + (1 - m) g", "Nesterov"),
    REPORTED_LOSS("reported-loss", "as the gradient", "the sum over the batch", "the mean over the batch"),
    REPORTED_FACTOR("reported-loss-factor", "as the gradient", "1/2", "1", "1/outputs", "1/2 1/outputs");

    private final String id;
    private final List<String> ways;

    Convention(String id, String... ways) {
        this.id = id;
        this.ways = List.copyOf(Arrays.asList(ways));
    }

    @Override
    public String id() {
        return id;
    }

    /** The ways in words. */
    public List<String> ways() {
        return ways;
    }
}
