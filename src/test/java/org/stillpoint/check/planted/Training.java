package org.stillpoint.check.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.Settings;

/** Gradient descent with momentum and decay, in consecutive batches. */
final class Training {

    private final Program program;
    private final Ways ways;
    private final Asked asked;
    private final double rate;
    private final double momentum;
    private final double decay;
    private final int steps;
    private final int batchSize;
    private final Gradient velocity;
    private final Gradient added;
    private int step;

    Training(Program program, Asked asked, Settings settings) {
        this.program = program;
        this.ways = program.ways;
        this.asked = asked;
        this.rate = settings.learningRate().doubleValue();
        this.momentum = settings.momentum().doubleValue();
        this.decay = settings.weightDecay().doubleValue();
        this.steps = settings.steps();
        this.batchSize = Math.min(settings.batchSize(), asked.samples());
        this.velocity = Gradient.zeros(asked);
        this.added = Gradient.zeros(asked);
    }

    /** The network after all steps; the arrays of the one that was asked about are changed. */
    Asked run() {
        int until = program.makes("one-step-too-few") ? steps - 1 : program.makes("one-step-too-many") ? steps + 1 : steps;
        for (step = 0; step < until; step++) {
            List<Integer> samples = batch();
            if (program.makes("updated-after-each-sample")) {
                samples.forEach(i -> move(program.gradient(asked.batch(List.of(i)))));
            } else {
                move(program.gradient(asked.batch(samples)));
            }
        }
        return asked;
    }

    private List<Integer> batch() {
        int n = asked.samples();
        if (program.makes("batch-size-ignored")) {
            return IntStream.range(0, n).boxed().toList();
        }
        int whole = n / batchSize;
        int batches = program.makes("partial-batch-left-out") ? whole : (n + batchSize - 1) / batchSize;
        int first = program.makes("always-first-batch") ? 0 : step % batches * batchSize;
        List<Integer> samples = new ArrayList<>();
        for (int i = first; i < first + batchSize && (i < n || program.makes("partial-batch-filled-up")); i++) {
            samples.add(i % n);
        }
        return samples;
    }

    private void move(Gradient gradient) {
        double part = program.makes("partial-batch-divided-by-full-size") && !ways.sum
                ? (double) gradient.outputs().length / batchSize : 1;
        for (int l = 0; l < asked.depth(); l++) {
            if (program.makes("layer-not-updated", l, asked.depth())) {
                continue;
            }
            for (int j = 0; j < asked.units(l); j++) {
                move(asked.w()[l][j], gradient.w()[l][j], added.w()[l][j], velocity.w()[l][j], part, true);
            }
            if (gradient.b()[l] != null && !program.makes("biases-not-updated")) {
                move(asked.b()[l], gradient.b()[l], added.b()[l], velocity.b()[l], part, false);
            }
        }
    }

    private void move(double[] parameters, double[] gradients, double[] sums, double[] velocities, double part, boolean weights) {
        for (int n = 0; n < parameters.length; n++) {
            sums[n] = (program.makes("gradients-not-reset") ? sums[n] : 0) + part * gradients[n];
            double shrinking = weights || ways.decayOnBiases ? decay(parameters[n]) : 0;
            double force = sums[n] + (ways.decayBesideMomentum || program.makes("decay-without-rate") ? 0 : shrinking);
            boolean moves = momentum != 0 && (weights || !program.makes("momentum-on-weights-only"));
            velocities[n] = program.rounded(moves ? velocity(velocities[n], force) : force);
            double moving = ways.momentum.equals("nesterov") && moves ? force + momentum * velocities[n] : velocities[n];
            double move = rate(weights) * moving + (ways.decayBesideMomentum ? rate * shrinking
                    : program.makes("decay-without-rate") ? shrinking : 0);
            boolean uphill = program.makes("step-uphill") || program.makes("biases-uphill") && !weights;
            parameters[n] = program.rounded(uphill ? parameters[n] + move : parameters[n] - move);
        }
    }

    private double decay(double parameter) {
        double shrinking = ways.decayFactor * decay * parameter;
        return program.makes("decay-left-out") ? 0
                : program.makes("decay-of-wrong-sign") ? -shrinking
                : program.makes("decay-by-sign") ? decay * Math.signum(parameter)
                : program.makes("decay-squared") ? decay * shrinking : shrinking;
    }

    private double velocity(double old, double force) {
        return program.makes("momentum-left-out") ? force
                : program.makes("momentum-of-wrong-sign") ? force - momentum * old
                : program.makes("momentum-1") ? old + force
                : program.makes("momentum-squared") ? momentum * momentum * old + force
                : program.makes("velocity-without-gradient") && step > 0 ? momentum * old
                : momentum * old + (ways.momentum.equals("damped") ? 1 - momentum : 1) * force;
    }

    private double rate(boolean weights) {
        return program.makes("rate-twice") ? rate * rate
                : program.makes("rate-left-out") ? 1
                : program.makes("rate-divided-by-data-size") ? rate / asked.samples()
                : program.makes("biases-rate-doubled") && !weights ? 2 * rate
                : program.makes("rate-decays") ? rate / (step + 1) : rate;
    }
}
