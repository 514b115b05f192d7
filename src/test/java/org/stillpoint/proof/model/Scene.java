package org.stillpoint.proof.model;

import static org.stillpoint.contract.Values.qNeg;
import static org.stillpoint.contract.Values.qZero;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Kept;
import org.stillpoint.contract.Mat;
import org.stillpoint.contract.Stack;
import org.stillpoint.contract.Training;
import org.stillpoint.contract.Values;
import org.stillpoint.contract.Vec;
import org.stillpoint.contract.Views;
import org.stillpoint.contract.Zeros;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;
import org.stillpoint.kernel.SmallUnit;

/**
 * Worlds in which what a family of rules assumes is true: equal units, zeros, networks near zero, memory that holds a network.
 */
enum Scene {

    ANYTHING(draw -> new World(draw, () -> new Placed(new Setting(draw, 2)))),
    NETWORK(draw -> new Setting(draw, draw.between(1, 4)).world()),
    TWINS(Scene::twins),
    EQUAL_FEATURES(Scene::equalFeatures),
    ZERO(Scene::zero),
    SILENT(Scene::silent),
    AT_REST(Scene::atRest),
    CONSTANT(Scene::constant),
    FROZEN_FEATURE(Scene::frozenFeature),
    FROZEN_UNIT(Scene::frozenUnit),
    PRUNED_UNIT(StillScenes::pruned),
    DEAD_LAYER(StillScenes::dead),
    ZERO_TAIL(StillScenes::zeroTail),
    HOMOGENEOUS(Scene::homogeneous),
    ORTHOGONAL(Scene::orthogonal),
    SMALL_UNIT(Scene::smallUnit),
    CORRELATED(Scene::correlated),
    RENUMBERED(draw -> Twofold.renumbered(draw).world()),
    COLLAPSED(draw -> Twofold.collapsed(draw).world()),
    SPLIT(draw -> Twofold.split(draw).world()),
    ONE_HIDDEN_RELU(KinkScenes::oneHiddenRelu),
    LINEAR(Rates::linear),
    CHAIN(Rates::chain),
    SCALED(Rates::scaled),
    MEMORY(draw -> Remembered.world(draw, draw.between(0, 3))),
    STEP_IN_MEMORY(draw -> Remembered.world(draw, Remembered.STEP)),
    GRADIENT_IN_MEMORY(draw -> Remembered.world(draw, Remembered.STEP + draw.between(1, 3))),
    NUMBERS(NumberOperations::world),
    PROGRAM(draw -> new Certified(draw).world(draw)),
    PROGRAM_IN_MEMORY(RememberedProgram::world);

    /** Those in which a heap holds something. */
    private static final List<Scene> WITH_MEMORY = List.of(MEMORY, STEP_IN_MEMORY, GRADIENT_IN_MEMORY, PROGRAM_IN_MEMORY);
    private static final List<Scene> WITH_PROGRAM = List.of(PROGRAM, PROGRAM_IN_MEMORY);

    private static final BigFraction ONE = Kept.once(BigFraction.ONE);

    private final Function<Draw, World> world;

    Scene(Function<Draw, World> world) {
        this.world = world;
    }

    World world(Draw draw) {
        draw.liven();
        return world.apply(draw);
    }

    /** Those in which there is what a statement speaks of; all for most statements. */
    static List<Scene> about(Statement statement) {
        return statement.isAboutMemory() ? WITH_MEMORY : statement.isAboutPrograms() ? WITH_PROGRAM : List.of(values());
    }

    /** With a hidden layer of at least as many units as given. */
    static Setting withHiddenLayer(Draw draw, int units) {
        int depth = draw.between(2, 4);
        int hidden = draw.between(1, depth - 1);
        return hiddenAt(draw, IntStream.rangeClosed(0, depth).map(l -> l == hidden ? draw.between(units, 3) : draw.between(1, 2))
                .toArray(), hidden - 1);
    }

    private static Setting hiddenAt(Draw draw, int[] widths, int l) {
        Setting setting = new Setting(draw, widths);
        setting.l = l;
        return setting;
    }

    private static World twins(Draw draw) {
        Setting setting = withHiddenLayer(draw, 2);
        setting.choose(setting.net.width(setting.l));
        setting.net.makeTwins(setting.l, setting.i, setting.j);
        World world = setting.world();
        Net coarse = setting.net.copy();
        setting.other = coarse;
        IntStream.range(1, coarse.width(setting.l)).forEach(k -> coarse.makeTwins(setting.l, 0, k));
        world.name(coarse.state(), "t2");
        Net still = setting.net.copy();
        still.noVelocity();
        world.name(still.state(), "t");
        int below = setting.l;
        world.name(Views.layer(setting.net.weights(), below), "M");
        world.name(Views.layer(setting.net.velocity(), below), "N");
        world.name(Views.layer(setting.net.weights(), below + 1), "M");
        world.name(Views.layer(setting.net.velocity(), below + 1), "N");
        Vec equal = Vec.of(3, k -> ONE);
        List.of(equal, Views.row(setting.net.biases(), below), Views.row(setting.net.biasVelocity(), below))
                .forEach(vector -> world.name(vector, "u", "v", "w"));
        world.name(Values.zerosLikeStack(setting.net.velocity()), "S");
        world.name(setting.net.weights(), "T");
        world.name(Values.zerosLikeMat(setting.net.biases()), "N");
        world.name(setting.net.width(below), "n");
        return world;
    }

    private static World equalFeatures(Draw draw) {
        Setting setting = new Setting(draw, new int[] {draw.between(2, 3), draw.between(1, 3), draw.between(1, 2)});
        setting.choose(2);
        int i = setting.i;
        int j = setting.j;
        setting.inputs = Stack.of(Views.depth(setting.inputs), t -> Mat.of(Views.rows(Views.layer(setting.inputs, t)),
                n -> copyEntry(Views.row(Views.layer(setting.inputs, t), n), i, j)));
        setting.x = copyEntry(setting.x, i, j);
        for (BigFraction[][][] weights : List.of(setting.net.w, setting.net.vw)) {
            Arrays.stream(weights[0]).forEach(row -> row[j] = row[i]);
        }
        return setting.world();
    }

    private static Vec copyEntry(Vec v, int from, int to) {
        return Vec.of(Views.len(v), k -> Views.at(v, k == to ? from : k));
    }

    private static World zero(Draw draw) {
        Setting setting = new Setting(draw, draw.between(1, 4));
        setting.allFunctions(draw.<Supplier<?>>of(List.of(draw::flatActivation, draw::homogeneousActivation, draw::activation,
                draw::activation)));
        Net.zero(setting.net.w);
        Net.zero(setting.net.vw);
        Net.zeroHidden(setting.net.b);
        Net.zeroHidden(setting.net.vb);
        if (draw.oneIn(2)) {
            Net.zero(setting.net.b);
            Net.zero(setting.net.vb);
        }
        return setting.world();
    }

    private static World silent(Draw draw) {
        Setting setting = withHiddenLayer(draw, 1);
        setting.allFunctions(draw::flatActivation);
        setting.kappa = qZero();
        Net.zero(setting.net.w[0]);
        Net.zeroHidden(setting.net.b);
        Net.zero(setting.net.vw);
        Net.zeroHidden(setting.net.vb);
        World world = setting.world();
        Net other = setting.net.copy();
        setting.other = other;
        int last = other.depth() - 1;
        Arrays.fill(other.b[last], draw.number());
        other.noVelocity();
        world.name(other.state(), "s");
        world.name(Values.zerosLikeStack(setting.net.weights()), "T");
        world.name(Values.zerosLikeMat(setting.net.biases()), "M", "N");
        world.name(other.depth() - 1, "n", "m");
        return world;
    }

    private static World atRest(Draw draw) {
        Setting setting = withHiddenLayer(draw, 1);
        Net net = setting.net;
        Net.zero(net.w);
        net.noVelocity();
        Net.zero(net.b[net.depth() - 1]);
        LossDerivative loss = draw.oddLoss();
        setting.loss = loss;
        int outputs = net.width(net.depth() - 1);
        Vec target = Vec.of(outputs, k -> k == 0 ? ONE : draw.number());
        Vec opposite = Vec.of(outputs, k -> qNeg(Views.at(target, k)));
        int batches = draw.between(1, 2);
        int[] pairs = IntStream.range(0, batches).map(t -> draw.between(1, 2)).toArray();
        int features = Views.len(setting.x);
        setting.inputs = Stack.of(batches, t -> draw.matrix(2 * pairs[t], features));
        setting.targets = Stack.of(batches, t -> Mat.of(2 * pairs[t], n -> n % 2 == 0 ? target : opposite));
        World world = setting.world();
        world.only(Training.lossDerivative(loss, Values.zeroVec(outputs), target), "u");
        world.only(Values.zerosLikeStack(net.weights()), "T");
        world.only(Values.zerosLikeMat(net.biases()), "M", "N");
        world.only(outputs, "m");
        setting.parts.put("g", Placed.array(Training.lossDerivative(loss, Values.zeroVec(outputs), target)));
        world.only(Views.rows(Views.layer(setting.targets, 0)), "n");
        return world;
    }

    /** The last weights are zero; one output or more; as many labels of the one sign as of the other. */
    private static World constant(Draw draw) {
        Setting setting = new Setting(draw, new int[] {draw.between(1, 2), draw.between(1, 2), draw.oneIn(4) ? 2 : 1});
        Net.zero(setting.net.w[1]);
        setting.targets = Stack.of(1, t -> Mat.of(2, n -> Vec.of(1, k -> n == 0 ? draw.positive() : qNeg(draw.positive()))));
        setting.inputs = Stack.of(1, t -> draw.matrix(2, Views.len(setting.x)));
        World world = setting.world();
        world.name(2, "n");
        world.name(Views.row(Views.layer(setting.targets, 0), 0), "u");
        return world;
    }

    private static World frozenFeature(Draw draw) {
        Setting setting = new Setting(draw, new int[] {draw.between(1, 3), draw.between(1, 3), draw.between(1, 2)});
        setting.choose(Views.len(setting.x));
        int i = setting.i;
        setting.inputs = Stack.of(Views.depth(setting.inputs), t -> Mat.of(Views.rows(Views.layer(setting.inputs, t)),
                n -> withEntry(Views.row(Views.layer(setting.inputs, t), n), i, qZero())));
        Arrays.stream(setting.net.vw[0]).forEach(row -> row[i] = qZero());
        World world = setting.world();
        Net start = setting.net.copy();
        setting.other = start;
        Arrays.stream(start.w[0]).forEach(row -> Arrays.setAll(row, k -> k == i ? row[k] : draw.number()));
        world.name(start.state(), "s");
        world.name(Views.layer(setting.net.weights(), 0), "M");
        world.name(Views.layer(start.weights(), 0), "Y", "N");
        world.name(Views.layer(setting.net.velocity(), 0), "N", "M");
        world.name(withEntry(setting.x, i, qZero()), "v");
        return world;
    }

    private static Vec withEntry(Vec v, int i, BigFraction entry) {
        return Vec.of(Views.len(v), k -> k == i ? entry : Views.at(v, k));
    }

    /** A unit of the first layer that is at the kink or below it for all inputs. */
    private static World frozenUnit(Draw draw) {
        Setting setting = new Setting(draw, new int[] {draw.between(1, 2), draw.between(1, 3), draw.between(1, 2)});
        setting.choose(setting.net.width(0));
        Net net = setting.net;
        int i = setting.i;
        setting.allFunctions(draw.oneIn(2) ? Relu::new : draw::flatActivation);
        setting.kappa = qZero();
        Net.zero(net.w[0][i]);
        Net.zero(net.vw[0][i]);
        boolean dead = draw.oneIn(2);
        if (dead) {
            net.b[0] = IntStream.range(0, net.width(0)).mapToObj(k -> k == i ? qNeg(ONE) : draw.number())
                    .toArray(BigFraction[]::new);
            net.vb[0] = IntStream.range(0, net.width(0)).mapToObj(k -> k == i ? qZero() : draw.number())
                    .toArray(BigFraction[]::new);
        } else if (net.b[0].length > 0) {
            net.b[0][i] = qZero();
            net.vb[0][i] = qZero();
        }
        World world = setting.world();
        Net start = net.copy();
        setting.other = start;
        Arrays.setAll(start.w[1][0], k -> draw.number());
        world.name(start.state(), "s");
        world.name(Views.layer(net.weights(), 0), "M", "Y");
        world.name(Views.layer(net.velocity(), 0), "N", "M");
        world.name(Views.row(net.biases(), 0), "u", "w");
        world.name(Views.row(net.biasVelocity(), 0), "v", "u");
        return world;
    }

    private static World homogeneous(Draw draw) {
        Setting setting = draw.oneIn(3) ? withHiddenLayer(draw, 1) : new Setting(draw, draw.between(1, 4));
        setting.allFunctions(draw::homogeneousActivation);
        if (draw.oneIn(2)) {
            Arrays.setAll(setting.net.b, l -> new BigFraction[0]);
            Arrays.setAll(setting.net.vb, l -> new BigFraction[0]);
        }
        setting.choose(setting.net.width(setting.l));
        return setting.world();
    }

    /** All inputs are multiples of one, and a vector is orthogonal to them. */
    private static World orthogonal(Draw draw) {
        Setting setting = new Setting(draw, new int[] {2, draw.between(1, 3), draw.between(1, 2)});
        Vec direction = draw.vector(2);
        Vec v = Vec.of(2, k -> k == 0 ? Views.at(direction, 1) : qNeg(Views.at(direction, 0)));
        setting.inputs = Stack.of(Views.depth(setting.inputs),
                t -> Mat.of(Views.rows(Views.layer(setting.inputs, t)), n -> Values.scaled(draw.number(), direction)));
        setting.choose(setting.net.width(0));
        setting.net.vw[0][setting.j] = Values.scaled(draw.number(), direction).entries().toArray(BigFraction[]::new);
        World world = setting.world();
        world.name(v, "v");
        setting.parts.put("v", Placed.array(v));
        world.name(2, "m");
        world.name(Values.dot(Views.row(Views.layer(setting.net.weights(), 0), setting.j), v, 2), "d", "q2");
        return world;
    }

    private static World smallUnit(Draw draw) {
        int units = draw.between(1, 3);
        int features = draw.between(1, 2);
        Setting setting = new Setting(draw, new int[] {features, units, 1});
        setting.net.functions.set(0, new Relu());
        setting.choose(units);
        Vec u = draw.vector(features);
        BigFraction bias = draw.number();
        Mat x = Views.layer(setting.inputs, 0);
        Mat y = Views.layer(setting.targets, 0);
        BigFraction correlation = Zeros.correlation(u, bias, x, y, Views.rows(x));
        BigFraction outgoing = correlation.signum() == 0 || draw.oneIn(4) ? draw.number()
                : Kept.once(new BigFraction(correlation.signum()));
        BigFraction bound = draw.positive();
        while (!Zeros.aboveMargins(bound, outgoing, u, bias, x, y)) {
            bound = Values.qAdd(bound, ONE);
        }
        BigFraction eps = draw.oneIn(4) ? draw.either(() -> qZero(), draw::positive) : Kept.once(bound.reciprocal());
        Stack small = Zeros.smallWeights(u, outgoing, eps, setting.j, units);
        Mat biases = Zeros.smallBiases(bias, eps, setting.j, units);
        World world = setting.world();
        SmallUnit unit = new SmallUnit(Placed.array(u), bias, outgoing, eps, setting.j);
        setting.parts.putAll(Map.of("unit", unit, "d", bound, "p", new Parameters(Placed.array(small), Placed.array(biases)),
                "p2", new Parameters(Placed.array(Values.zerosLikeStack(small)), Placed.array(Values.zerosLikeMat(biases)))));
        Stack whole = Zeros.smallWeights(u, outgoing, ONE, setting.j, units);
        setting.parts.putAll(Map.of("outgoing", outgoing, "scale", eps,
                "whole", new Parameters(Placed.array(whole), Placed.array(Zeros.smallBiases(bias, ONE, setting.j, units)))));
        boolean zeros = draw.oneIn(3);
        world.only(zeros ? Values.zerosLikeStack(small) : small, "S");
        world.only(zeros ? Values.zerosLikeMat(biases) : biases, "B");
        world.only(small, "T");
        world.only(biases, "M");
        world.only(u, "u");
        world.only(bias, "q");
        world.only(outgoing, "r");
        world.only(eps, "c");
        world.only(bound, "d");
        world.only(Views.rows(x), "n");
        return world;
    }

    /** A hidden layer of ReLU whose output has the sign of each label; the labels add up to zero. The first unit may be dead. */
    private static World correlated(Draw draw) {
        int units = draw.between(1, 3);
        Setting setting = new Setting(draw, new int[] {2, units, 1});
        Net net = setting.net;
        net.functions.set(0, new Relu());
        net.b[1] = new BigFraction[] {draw.number()};
        net.vb[1] = new BigFraction[] {draw.number()};
        if (units > 1 && draw.oneIn(2)) {
            net.b[0] = IntStream.range(0, units).mapToObj(k -> k == 0 ? qNeg(ONE) : qZero()).toArray(BigFraction[]::new);
            net.vb[0] = net.b[0].clone();
            Net.zero(net.w[0][0]);
        }
        List<Vec> above = outputsOfSign(net, 1);
        List<Vec> below = outputsOfSign(net, -1);
        if (!above.isEmpty() && !below.isEmpty()) {
            setting.inputs = Stack.of(1, t -> Mat.of(2, n -> draw.of(n == 0 ? above : below)));
            setting.targets = Stack.of(1, t -> Mat.of(2, n -> Vec.of(1, k -> n == 0 ? ONE : qNeg(ONE))));
        }
        World world = setting.world();
        Mat x = Views.layer(setting.inputs, 0);
        Vec correlations = Zeros.correlations(Views.layer(net.weights(), 0), Views.row(net.biases(), 0), x,
                Views.layer(setting.targets, 0), Views.rows(x));
        int zeros = (int) correlations.entries().stream().takeWhile(entry -> entry.signum() == 0).count();
        world.only(Views.rows(x), "l");
        world.only(draw.between(0, zeros), "n");
        world.name(Views.layer(net.weights(), 0), "M");
        world.name(correlations, "v");
        return world;
    }

    private static List<Vec> outputsOfSign(Net net, int sign) {
        return IntStream.range(0, 25).mapToObj(k -> Vec.of(2, i -> Kept.once(new BigFraction((i == 0 ? k % 5 : k / 5) - 2))))
                .filter(x -> Zeros.firstOutput(net.weights(), net.biases(), net.funs(), x).signum() == sign).toList();
    }
}
