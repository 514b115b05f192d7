package org.stillpoint.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.enclosure.CertifiedTraining;
import org.stillpoint.engine.enclosure.Detour;
import org.stillpoint.engine.enclosure.Masks;
import org.stillpoint.engine.enclosure.MixedField;
import org.stillpoint.engine.enclosure.Problem;
import org.stillpoint.engine.enclosure.Steps;
import org.stillpoint.engine.enclosure.tube.Tube;
import org.stillpoint.engine.enclosure.tube.TubeRun;

/**
 * Prints the bits that the tube loses in full batches from starts k/100, after 10, 100, 1000, ... steps, and how many boxes it
 * made. With {@code plain} also the seconds of a whole training to 20 digits, with the tube and with plain balls only.
 */
final class TubeTable {

    private static final int PRECISION = 160;

    private TubeTable() {
    }

    /** @param args the steps; a part of the names of the trainings, or nothing; "plain", or nothing */
    public static void main(String[] args) {
        int steps = Integer.parseInt(args[0]);
        String name = args.length > 1 ? args[1] : "";
        boolean plain = args.length > 2 && args[2].equals("plain");
        trainings(steps).filter(training -> training.name().contains(name)).forEach(training -> {
            System.out.println(training.name() + ": " + lost(training, steps));
            if (plain) {
                Detour[] ways = {new Tube(), Detour.NONE, new Tube(), Detour.NONE};
                for (Detour way : ways) {
                    long start = System.nanoTime();
                    new CertifiedTraining(problem(training), Certainty.DEFAULT, done -> { }, way).train();
                    System.out.printf(Locale.ROOT, "  %s %.2f s%n", way == Detour.NONE ? "plain balls" : "tube",
                            (System.nanoTime() - start) / 1e9);
                }
            }
        });
    }

    private static Stream<Workload.Train> trainings(int steps) {
        return Stream.of(
                xor("XOR 2-2-1 sigmoid, squared, 1/2", 2, Activation.SIGMOID, Activation.SIGMOID, Loss.SQUARED, "1/2", steps),
                xor("XOR 2-2-1 sigmoid, cross-entropy, 1/2", 2, Activation.SIGMOID, Activation.SIGMOID, Loss.CROSS_ENTROPY, "1/2",
                        steps),
                xor("XOR 2-4-1 tanh, squared, 1/10", 4, Activation.TANH, Activation.TANH, Loss.SQUARED, "1/10", steps),
                xor("XOR 2-4-1 tanh, linear output, squared, 1/10", 4, Activation.TANH, Activation.IDENTITY, Loss.SQUARED, "1/10",
                        steps),
                random("2-10-5-1 ReLU, squared, 1/10", List.of(2, 10, 5, 1), 20, Activation.RELU, Loss.SQUARED, steps),
                random("2-10-5-1 ReLU, hinge, 1/10", List.of(2, 10, 5, 1), 20, Activation.RELU, Loss.HINGE, steps),
                random("2-10-5-1 tanh, squared, 1/10", List.of(2, 10, 5, 1), 20, Activation.TANH, Loss.SQUARED, steps),
                random("2-10-5-1 softplus, squared, 1/10", List.of(2, 10, 5, 1), 20, Activation.SOFTPLUS, Loss.SQUARED, steps),
                random("2-10-5-1 GELU, squared, 1/10", List.of(2, 10, 5, 1), 20, Activation.GELU, Loss.SQUARED, steps),
                random("10-10-1 ReLU, squared, 1/10", List.of(10, 10, 1), 100, Activation.RELU, Loss.SQUARED, steps),
                random("10-10-1 ReLU, hinge, 1/10", List.of(10, 10, 1), 100, Activation.RELU, Loss.HINGE, steps));
    }

    private static Workload.Train xor(String name, int units, Activation hidden, Activation output, Loss loss, String rate,
                                      int steps) {
        String low = hidden.equals(Activation.TANH) ? "-1" : "0";
        List<Vector> inputs = List.of(Vector.of(low, low), Vector.of(low, "1"), Vector.of("1", low), Vector.of("1", "1"));
        List<Vector> targets = Stream.of(low, "1", "1", low).map(Vector::of).toList();
        return new Workload.Train(name, network(List.of(2, units, 1), hidden, output, new Random(7)),
                new DataSet(inputs, targets), settings(loss, rate, 4, steps));
    }

    /** Labels by the sign of the product of the first two inputs. */
    private static Workload.Train random(String name, List<Integer> widths, int samples, Activation hidden, Loss loss,
                                         int steps) {
        Random random = new Random(7);
        Network start = network(widths, hidden, Activation.IDENTITY, random);
        List<Vector> inputs = Stream.generate(() -> vector(widths.get(0), random)).limit(samples).toList();
        List<Vector> targets = inputs.stream().map(x -> x.get(0).multiply(x.get(1)).signum() < 0 ? "-1" : "1").map(Vector::of)
                .toList();
        return new Workload.Train(name, start, new DataSet(inputs, targets), settings(loss, "1/10", samples, steps));
    }

    private static Settings settings(Loss loss, String rate, int samples, int steps) {
        return new Settings(loss, Vector.of(rate).get(0), steps, samples, BigFraction.ZERO, BigFraction.ZERO, BigFraction.ZERO);
    }

    private static Network network(List<Integer> widths, Activation hidden, Activation output, Random random) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < widths.size(); l++) {
            int width = widths.get(l - 1);
            Matrix weights = new Matrix(Stream.generate(() -> vector(width, random)).limit(widths.get(l)).toList());
            layers.add(new Layer(weights, Optional.of(vector(widths.get(l), random)), l == widths.size() - 1 ? output : hidden));
        }
        return new Network(layers);
    }

    /** Of numbers k/100 from -1 to 1. */
    private static Vector vector(int size, Random random) {
        return new Vector(IntStream.range(0, size).mapToObj(k -> new BigFraction(random.nextInt(201) - 100, 100)).toList());
    }

    private static Problem problem(Workload.Train training) {
        return Problem.of(training.network(), Optional.empty(), training.data(), training.settings(), Optional.empty(),
                Masks.NONE);
    }

    private static String lost(Workload.Train training, int steps) {
        Problem problem = problem(training);
        Precision precision = Precision.of(PRECISION);
        TubeRun run = new TubeRun(problem, precision, new Steps<>(problem, new MixedField(precision)).start());
        StringBuilder line = new StringBuilder();
        long start = System.nanoTime();
        int next = 10;
        while (run.done() < steps) {
            try {
                run.step();
            } catch (RuntimeException e) {
                return line + "no further than step " + run.done() + ": " + e;
            }
            if (run.done() == next || run.done() == steps) {
                line.append(run.done()).append(" steps ").append(run.errorBits()).append(", ");
                next *= 10;
            }
        }
        return line + "boxes " + run.boxes() + ", "
                + String.format(Locale.ROOT, "%.2f s", (System.nanoTime() - start) / 1e9);
    }
}
