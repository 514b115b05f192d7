package org.stillpoint.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Evaluation;

/**
 * Draws a teacher and inputs from small rationals and labels each input by the sign of the teacher's output. The same request
 * gives the same data on every machine and in the browser: {@link Random} is specified to the bit.
 */
public final class Generator {

    private static final int TEACHERS = 100;
    private static final int PROBES = 128;
    private static final int RARE = PROBES / 8;
    private static final int DRAWS_A_SAMPLE = 100;

    private final Request request;
    private final Random random;

    private Generator(Request request) {
        this.request = request;
        this.random = new Random(request.seed());
    }

    /** @throws GenerationException if no teacher drawn gives enough samples of both labels */
    public static Generated generate(Request request) {
        return new Generator(request).generate();
    }

    private Generated generate() {
        for (int drawn = 0; drawn < TEACHERS; drawn++) {
            Network teacher = network(request.widths(), request.bias(), random);
            if (givesBothLabels(teacher)) {
                Optional<DataSet> data = samples(teacher);
                if (data.isPresent()) {
                    return new Generated(data.get(), teacher);
                }
            }
        }
        throw new GenerationException("none of " + TEACHERS + " teachers of shape " + request.shape()
                + " gave enough samples of both labels, expected another shape or seed");
    }

    private boolean givesBothLabels(Network teacher) {
        int[] labels = IntStream.range(0, PROBES).map(i -> label(teacher, input())).toArray();
        return IntStream.of(labels).filter(label -> label > 0).count() >= RARE
                && IntStream.of(labels).filter(label -> label < 0).count() >= RARE;
    }

    private Optional<DataSet> samples(Network teacher) {
        List<Vector> inputs = new ArrayList<>();
        List<Vector> targets = new ArrayList<>();
        int[] room = room();
        for (long draw = 0; draw < (long) DRAWS_A_SAMPLE * (request.samples() + 1) && inputs.size() < request.samples(); draw++) {
            Vector input = input();
            int label = label(teacher, input);
            if (label != 0 && room[(label + 1) / 2]-- > 0) {
                inputs.add(input);
                targets.add(Vector.of(new BigFraction(label)));
            }
        }
        return inputs.size() == request.samples() ? Optional.of(new DataSet(inputs, targets)) : Optional.empty();
    }

    /** How many samples each label may have; two samples or more have both labels. */
    private int[] room() {
        int each = request.balanced() ? request.samples() / 2 : Math.max(1, request.samples() - 1);
        return new int[] {each, each};
    }

    private int label(Network teacher, Vector input) {
        return Evaluation.output(teacher, input).get(0).signum();
    }

    private Vector input() {
        return vector(request.widths().get(0), random);
    }

    private static Network network(List<Integer> widths, boolean bias, Random random) {
        Architecture.Numbers numbers = layer -> () -> number(random);
        return new Architecture(widths, bias, Activation.RELU, Activation.IDENTITY).network(numbers, numbers);
    }

    private static Vector vector(int size, Random random) {
        return new Vector(IntStream.range(0, size).mapToObj(i -> number(random)).toList());
    }

    /** A numerator from -6 to 6 over a denominator from 1 to 3. */
    private static BigFraction number(Random random) {
        return new BigFraction(Draws.below(random, 13) - 6, Draws.below(random, 3) + 1);
    }
}
