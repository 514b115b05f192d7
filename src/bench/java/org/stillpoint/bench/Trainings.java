package org.stillpoint.bench;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.reference.ReferenceEngine;
import org.stillpoint.generation.Generator;
import org.stillpoint.generation.Request;
import org.stillpoint.training.Evaluation;

/** The trainings that are timed; the same ones in every run. */
final class Trainings {

    private static final BigFraction SMALL_RATE = new BigFraction(1, 100_000);

    private Trainings() {
    }

    /** From one random network on data that another one labels, numerators up to 6 and denominators up to 3. */
    static Workload.Train generated(String name, List<Integer> widths, int samples, Settings settings) {
        DataSet data = Generator.generate(new Request(widths, samples, 2, samples % 2 == 0, true)).data();
        return new Workload.Train(name, start(widths), data, settings);
    }

    private static Network start(List<Integer> widths) {
        return Generator.generate(new Request(widths, 2, 1, false, true)).teacher();
    }

    /** As {@link #generated}, with start and inputs over dyadic fractions with numerators and denominators of so many bits. */
    static Workload.Train dyadic(String name, List<Integer> widths, int samples, Settings settings, int bits) {
        BigFraction unit = new BigFraction(1, 2).pow(bits - 1);
        Random random = new Random(bits);
        return over(() -> new BigFraction(new BigInteger(bits, random)).multiply(unit).subtract(BigFraction.ONE),
                generated(name, widths, samples, settings));
    }

    /** As {@link #generated}, with start and inputs over thirds from -1 to 1. */
    static Workload.Train thirds(String name, List<Integer> widths, int samples, Settings settings) {
        Random random = new Random(3);
        return over(() -> new BigFraction(random.nextInt(7) - 3, 3), generated(name, widths, samples, settings));
    }

    private static Workload.Train over(Supplier<BigFraction> numbers, Workload.Train old) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : old.network().layers()) {
            layers.add(new Layer(new Matrix(layer.weights().rows().stream().map(row -> vector(row.size(), numbers)).toList()),
                    layer.bias().map(bias -> vector(bias.size(), numbers)), layer.activation()));
        }
        List<Vector> inputs = old.data().inputs().stream().map(input -> vector(input.size(), numbers)).toList();
        return new Workload.Train(old.name(), new Network(layers), new DataSet(inputs, old.data().targets()), old.settings());
    }

    private static Vector vector(int size, Supplier<BigFraction> numbers) {
        return new Vector(Stream.generate(numbers).limit(size).toList());
    }

    /** The step of one sample that the start network gets wrong, so that it moves. */
    static Workload.Train oneStep(String name, List<Integer> widths) {
        Workload.Train one = generated(name, widths, 1, Settings.defaults(1));
        List<Vector> inputs = one.data().inputs();
        DataSet wrong = new DataSet(inputs, List.of(Vector.of(sign(one.network(), inputs.get(0)).negate())));
        return new Workload.Train(name, one.network(), wrong, one.settings());
    }

    /** As {@link #generated}, with several outputs; each has labels of its own. */
    static Workload.Train severalOutputs(String name, int width, int outputs, int samples, Settings settings) {
        List<Integer> widths = List.of(width, width, 1);
        List<Network> each = IntStream.range(0, 2 * outputs)
                .mapToObj(o -> Generator.generate(new Request(widths, 2, 10 + o, false, true)).teacher()).toList();
        List<Layer> lasts = each.subList(0, outputs).stream().map(network -> network.layers().get(1)).toList();
        Layer last = new Layer(new Matrix(lasts.stream().map(layer -> layer.weights().row(0)).toList()),
                Optional.of(new Vector(lasts.stream().map(layer -> layer.bias().orElseThrow().get(0)).toList())),
                lasts.get(0).activation());
        List<Vector> inputs = generated(name, widths, samples, settings).data().inputs();
        List<Vector> labels = inputs.stream().map(input -> new Vector(each.subList(outputs, 2 * outputs).stream()
                .map(teacher -> sign(teacher, input)).toList())).toList();
        return new Workload.Train(name, Network.of(each.get(0).layers().get(0), last), new DataSet(inputs, labels), settings);
    }

    private static BigFraction sign(Network network, Vector input) {
        return output(network, input).signum() < 0 ? BigFraction.MINUS_ONE : BigFraction.ONE;
    }

    private static BigFraction output(Network network, Vector input) {
        return Evaluation.output(network, input).get(0);
    }

    /**
     * An epoch of hinge steps with several hidden layers: labels are the signs of the start network's own outputs, which are 1 or
     * more, but for some that are flipped, in equal distances, and the rate is so small, for outputs in the hundreds, that the
     * others stay right. So a few steps move it and most do not: with two hidden layers a step that moves doubles the length of
     * all numbers, with three it triples it. How many do is counted by the reference.
     */
    static Workload.Train deep(int hidden, int width, int steps, int flipped) {
        List<Integer> widths = Stream.concat(Collections.nCopies(hidden + 1, width).stream(), Stream.of(1)).toList();
        Network start = start(widths);
        List<Vector> inputs = Generator.generate(new Request(widths, 4 * steps, 2, false, true)).data().inputs().stream()
                .filter(input -> output(start, input).abs().compareTo(BigFraction.ONE) >= 0).limit(steps).toList();
        List<Vector> labels = new ArrayList<>(inputs.stream().map(input -> Vector.of(sign(start, input))).toList());
        for (int i = 0; i < flipped; i++) {
            int at = (2 * i + 1) * steps / (2 * flipped);
            labels.set(at, Vector.of(labels.get(at).get(0).negate()));
        }
        DataSet data = new DataSet(inputs, labels);
        Settings settings = Settings.defaults(steps).withLearningRate(SMALL_RATE);
        return new Workload.Train(hidden + " hidden layers of " + width + ", " + steps + " hinge steps, "
                + moves(start, data, settings) + " of them move", start, data, settings);
    }

    private static int moves(Network start, DataSet data, Settings settings) {
        Course course = ReferenceEngine.descent(start, Optional.empty(), data, settings, settings.loss().rational());
        Network before = start;
        int moves = 0;
        for (int step = 0; step < settings.steps(); step++) {
            course.step();
            Network after = course.network();
            moves += after.equals(before) ? 0 : 1;
            before = after;
        }
        return moves;
    }
}
