package org.stillpoint.proof.model;

import static org.stillpoint.contract.Training.deltasOf;
import static org.stillpoint.contract.Training.deltasWhereBias;
import static org.stillpoint.contract.Training.layerInput;
import static org.stillpoint.contract.Training.outerProducts;
import static org.stillpoint.contract.Training.preactivationsOf;
import static org.stillpoint.contract.Values.qMul;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Activations;
import org.stillpoint.contract.Kept;
import org.stillpoint.contract.Mat;
import org.stillpoint.contract.Perm;
import org.stillpoint.contract.Stack;
import org.stillpoint.contract.Units;
import org.stillpoint.contract.Values;
import org.stillpoint.contract.Vec;
import org.stillpoint.contract.Views;
import org.stillpoint.kernel.Schedule;

/**
 * A network and another one that is the same but for a hidden layer: renumbered units, one unit in the place of equal ones, or
 * one that is split in the first.
 */
final class Twofold {

    private final Setting setting;
    private final Net other;
    private final Draw draw;
    private final boolean collapsed;
    private Perm swaps = Perm.of();
    private BigFraction alpha;

    private Twofold(Setting setting, Net other, boolean collapsed) {
        this.setting = setting;
        this.other = other;
        this.collapsed = collapsed;
        draw = setting.draw;
    }

    static Twofold renumbered(Draw draw) {
        Setting setting = Scene.withHiddenLayer(draw, 2);
        int units = setting.net.width(setting.l);
        Perm swaps = Perm.of(IntStream.range(0, draw.between(0, 3)).map(m -> draw.between(0, units - 2)).toArray());
        int[] numbers = IntStream.range(0, units).map(k -> Units.image(swaps, swaps.length(), k)).toArray();
        Twofold twofold = new Twofold(setting, setting.net.renumbered(setting.l, numbers), false);
        twofold.swaps = swaps;
        return twofold;
    }

    static Twofold collapsed(Draw draw) {
        Setting setting = Scene.withHiddenLayer(draw, 1);
        IntStream.range(1, setting.net.width(setting.l)).forEach(k -> setting.net.makeTwins(setting.l, 0, k));
        return new Twofold(setting, setting.net.collapsed(setting.l), true);
    }

    static Twofold split(Draw draw) {
        Setting setting = Scene.withHiddenLayer(draw, 2);
        Net narrow = setting.net.withoutLastUnit(setting.l);
        Twofold twofold = new Twofold(setting, narrow, false);
        twofold.alpha = draw.number();
        setting.net.splitLastUnit(setting.l, twofold.alpha, twofold.beta());
        return twofold;
    }

    private BigFraction beta() {
        return Kept.once(BigFraction.ONE.subtract(alpha));
    }

    /** What one of the two networks makes of the data: pre-activations, errors, gradients. */
    private record Pass(Net net, Stack w, Mat b, Mat z, Mat d, Stack gradientW, Mat gradientB, Activations f, Vec x) {

        static Pass of(Net net, Setting setting) {
            Stack w = net.weights();
            Mat b = net.biases();
            Activations f = net.funs();
            Mat z = preactivationsOf(w, b, f, setting.x);
            Mat d = deltasOf(w, f, setting.kappa, z, setting.g);
            return new Pass(net, w, b, z, d, outerProducts(d, f, setting.x, z), deltasWhereBias(b, d), f, setting.x);
        }

        Vec input(int n) {
            return layerInput(f, x, z, n);
        }
    }

    World world() {
        World world = setting.world();
        setting.other = other;
        Pass second = Pass.of(other, setting);
        Pass first = Pass.of(setting.net, setting);
        stacks(world, second, first);
        layer(world, second, first);
        numbers(world);
        if (alpha != null) {
            halves(world, second, first);
        }
        return world;
    }

    private void stacks(World world, Pass second, Pass first) {
        world.pair(second.w(), first.w());
        world.pair(second.gradientW(), first.gradientW());
        world.name(second.w(), "S2");
        world.name(first.gradientW(), "T");
        world.name(second.gradientW(), "T2");
        world.pair(other.velocity(), setting.net.velocity());
        world.pair(second.b(), first.b());
        world.name(second.b(), "B2");
        world.pair(second.gradientB(), first.gradientB());
        world.pair(second.z(), first.z());
        world.pair(second.d(), first.d());
        world.pair(other.biasVelocity(), setting.net.biasVelocity());
        world.pair(other.state(), setting.net.state());
        world.name(other.state(), "t2");
        world.pair(setting.g, setting.g);
    }

    /** Matrices, biases, what enters and what comes back at one layer, as one of the steps of a pass needs them. */
    private void layer(World world, Pass second, Pass first) {
        int n = draw.oneIn(3) ? draw.between(0, other.depth() - 1) : setting.l + draw.between(0, 1);
        int next = Math.min(n + 1, other.depth() - 1);
        world.name(n, "n", "i");
        switch (draw.between(0, alpha == null ? 5 : 6)) {
            case 0 -> roles(world, Views.layer(second.w(), n), Views.layer(first.w(), n), Views.row(second.b(), n),
                    Views.row(first.b(), n), second.input(n), first.input(n));
            case 1 -> roles(world, Views.layer(second.w(), next), Views.layer(first.w(), next), Views.row(second.d(), next),
                    Views.row(first.d(), next), Views.row(second.z(), n), Views.row(first.z(), n));
            case 2 -> roles(world, Views.layer(second.gradientW(), n), Views.layer(first.gradientW(), n),
                    Views.row(second.d(), n), Views.row(first.d(), n), second.input(n), first.input(n));
            case 3 -> roles(world, Views.layer(second.gradientW(), n), Views.layer(first.gradientW(), n),
                    Views.row(second.gradientB(), n),
                    Views.row(first.gradientB(), n), Views.row(second.gradientB(), n), Views.row(first.gradientB(), n));
            case 4 -> roles(world, second.z(), first.z(), Views.row(second.b(), n), Views.row(first.b(), n),
                    Views.row(second.d(), n), Views.row(first.d(), n));
            case 6 -> roles(world, second.z(), first.z(), Views.row(second.d(), n), Views.row(first.d(), n),
                    Views.row(second.z(), n), Views.row(first.z(), n));
            default -> roles(world, Views.layer(second.w(), n), Views.layer(first.w(), n), Views.row(second.b(), n),
                    Views.row(first.b(), n), Views.row(second.gradientB(), n), Views.row(first.gradientB(), n));
        }
        world.pair(Views.layer(second.gradientW(), n), Views.layer(first.gradientW(), n));
        world.name(Views.layer(second.gradientW(), n), "N2");
        world.name(Views.layer(first.gradientW(), n), "N");
        world.name(draw.oneIn(2) ? first.gradientB() : first.d(), "N");
        world.name(draw.oneIn(2) ? second.gradientB() : second.d(), "N2");
        if (Views.rows(Views.layer(first.w(), n)) > 0 && Views.len(Views.row(Views.layer(first.w(), n), 0)) > 0) {
            world.pair(Values.column(Views.layer(second.w(), n), 0), Values.column(Views.layer(first.w(), n), 0));
        }
    }

    private static void roles(World world, Mat m2, Mat m, Vec u2, Vec u, Vec v2, Vec v) {
        world.pair(m2, m);
        world.name(m2, "M2");
        world.name(m, "M");
        world.pair(u2, u);
        world.name(u2, "u2");
        world.name(u, "u");
        world.pair(v2, v);
        world.name(v2, "v2");
        world.name(v, "v");
    }

    /**
     * What the words of a split unit are said of. Now and then there are two vectors, one with a unit twice and one in shares.
     */
    private void halves(World world, Pass second, Pass first) {
        int l = setting.l;
        int units = other.width(l);
        world.name(alpha, "alpha");
        world.name(beta(), "beta");
        setting.parts.putAll(Map.of("units", units, "alpha", Placed.number(alpha), "beta", Placed.number(beta()),
                "W2", second.gradientW(), "B2", second.gradientB()));
        if (draw.oneIn(6)) {
            world.only(second.input(l + 1), "u2");
            world.only(first.input(l + 1), "u");
            world.only(Views.row(second.d(), l), "v2");
            world.only(Views.row(first.d(), l), "v");
            world.only(draw.between(0, units - 1), "n");
        }
    }

    /** The same rate for all in each step, and that of the one for each layer. */
    private void placeRates(BigFraction rate, BigFraction part, BigFraction multiple) {
        int layer = setting.l + draw.between(0, 1);
        int steps = Views.depth(setting.inputs);
        BigFraction[] rates = Placed.array(Vec.of(steps, step -> rate));
        Mat ofWeights = Mat.of(steps,
                step -> Vec.of(other.depth(), k -> k == setting.l ? part : k == setting.l + 1 ? multiple : rate));
        Mat ofBiases = Mat.of(steps, step -> Vec.of(other.depth(), k -> k == setting.l ? part : rate));
        setting.parts.putAll(Map.of("layer", layer, "rate", rate, "rate2", layer == setting.l ? part : draw.oneIn(2) ? multiple
                : rate,
                "schedule", new Schedule(Placed.array(setting.inputs), Placed.array(setting.targets), rates),
                "ratesOfOne", Placed.array(ofWeights), "biasRatesOfOne", Placed.array(ofBiases)));
    }

    private void numbers(World world) {
        int units = (alpha == null ? setting.net : other).width(setting.l);
        world.name(setting.l, "l");
        world.offer(setting.l, setting.l + 1);
        world.name(setting.l + 1, "m");
        world.name(units, "units", "n", "i");
        world.name(swaps, "P");
        setting.parts.put("swaps", IntStream.range(0, swaps.length()).map(swaps::at).toArray());
        setting.parts.put("P", swaps);
        BigFraction rate = draw.number();
        BigFraction part = Kept.once(rate.divide(new BigFraction(Math.max(units, 1))));
        BigFraction multiple = qMul(rate, Kept.once(new BigFraction(units)));
        if (collapsed) {
            BigFraction own = draw.of(List.of(part, multiple, rate));
            world.name(own, "c");
            world.name(rate, "d", "r2");
            world.name(own, "r");
            boolean ofBiases = draw.oneIn(2);
            Vec rates = Vec.of(other.depth(), k -> k == setting.l ? part : k == setting.l + 1 && !ofBiases ? multiple : rate);
            placeRates(rate, part, multiple);
            world.name(rates, "v");
            world.name(rate, "r", "q");
            world.name(Mat.of(1, k -> rates), "R");
            world.name(Vec.of(1, k -> rate), "v");
        }
    }
}
