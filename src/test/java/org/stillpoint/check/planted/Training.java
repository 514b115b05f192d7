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
    }

    /** The network after all steps; the arrays of the one that was asked about are changed. */
    Asked run() {
        for (step = 0; step < steps; step++) {
            List<Integer> samples = batch();
            if (program.makes("online-for-batch")) {
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
        if (program.makes("first-batch-only")) {
            return IntStream.range(0, batchSize).boxed().toList();
        }
        int whole = n / batchSize;
        int batches = program.makes("partial-batch-left-out") ? whole : (n + batchSize - 1) / batchSize;
        int first = step % batches * batchSize;
        List<Integer> samples = new ArrayList<>();
        for (int i = first; i < first + batchSize && (i < n || program.makes("batches-wrap-around")); i++) {
            samples.add(i % n);
        }
        return samples;
    }

    private void move(Gradient gradient) {
        for (int l = 0; l < asked.depth(); l++) {
            double partial = program.makes("partial-batch-divided-by-full-size") && !ways.sum
                    ? (double) gradient.outputs().length / batchSize : 1;
            for (int j = 0; j < asked.units(l); j++) {
                double[] shared = program.makes("one-velocity-for-all") ? velocity.w()[0][0] : velocity.w()[l][j];
                for (int k = 0; k < asked.inputs(l); k++) {
                    asked.w()[l][j][k] = moved(asked.w()[l][j][k], partial * gradient.w()[l][j][k], shared, shared.length <= k ? 0 : k,
                            true);
                }
                if (gradient.b()[l] != null) {
                    asked.b()[l][j] = moved(asked.b()[l][j], partial * gradient.b()[l][j], velocity.b()[l], j, ways.decayOnBiases);
                }
            }
        }
    }

    private double moved(double parameter, double gradient, double[] velocities, int n, boolean decays) {
        double shrinking = !decays ? 0 : ways.decayFactor * decay * parameter;
        if (program.makes("decay-of-wrong-sign")) {
            shrinking = -shrinking;
        }
        if (program.makes("decay-of-absolute-value")) {
            shrinking = decays ? decay * Math.signum(parameter) : 0;
        }
        if (program.makes("decay-without-rate")) {
            shrinking /= rate;
        }
        if (program.makes("decay-left-out")) {
            shrinking = 0;
        }
        double force = gradient + (ways.decayBesideMomentum ? 0 : shrinking);
        double v = velocities[n];
        boolean damped = ways.momentum.equals("damped") && momentum != 0;
        velocities[n] = program.makes("momentum-left-out") ? force
                : program.makes("momentum-of-wrong-sign") ? force - momentum * v
                : program.makes("velocity-not-kept") ? (1 + momentum) * force
                : program.makes("velocity-without-gradient-of-step") && step > 0 ? momentum * v
                : program.makes("momentum-not-multiplied") && momentum != 0 ? v + force
                : program.makes("momentum-and-damping-swapped") && momentum != 0 ? (1 - momentum) * v + momentum * force
                : momentum * v + (damped ? 1 - momentum : 1) * force;
        double moving = ways.momentum.equals("nesterov") && momentum != 0 ? force + momentum * velocities[n] : velocities[n];
        double used = program.makes("rate-squared") ? rate * rate : program.makes("rate-left-out") ? 1
                : program.makes("rate-divided-by-step") ? rate / (step + 1) : rate;
        double step = used * moving + (ways.decayBesideMomentum ? rate * shrinking : 0);
        return program.makes("step-uphill") ? parameter + step : parameter - step;
    }
}
