package org.stillpoint.proof.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Training;
import org.stillpoint.contract.Values;
import org.stillpoint.contract.Vec;
import org.stillpoint.contract.Views;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.Schedule;

/** Worlds for the theorems about scales and chains. */
final class Rates {

    private Rates() {
    }

    /** A linear hidden layer. */
    static World linear(Draw draw) {
        Setting setting = Scene.withHiddenLayer(draw, 1);
        setting.allFunctions(Identity::new);
        setting.choose(setting.net.width(setting.l));
        return setting.world();
    }

    /** One unit in each layer, no biases, equal weights and equal velocities. */
    static World chain(Draw draw) {
        int depth = draw.between(1, 4);
        Setting setting = new Setting(draw, IntStream.rangeClosed(0, depth).map(l -> 1).toArray());
        setting.allFunctions(Identity::new);
        Net net = setting.net;
        fill(net.w, draw.number());
        fill(net.vw, draw.number());
        Arrays.setAll(net.b, l -> new BigFraction[0]);
        Arrays.setAll(net.vb, l -> new BigFraction[0]);
        Vec output = Training.preactivation(net.weights(), net.biases(), net.funs(), setting.x, depth - 1);
        setting.parts.put("output", Placed.array(output));
        World world = setting.world();
        world.name(output, "u");
        world.name(depth - 1, "m", "n");
        world.name(1, "n");
        return world;
    }

    private static void fill(BigFraction[][][] weights, BigFraction number) {
        Arrays.stream(weights).forEach(layer -> Arrays.stream(layer).forEach(row -> Arrays.fill(row, number)));
    }

    /** One layer, and another one that is a multiple of it, with a loss that cannot tell their outputs apart. */
    static World scaled(Draw draw) {
        Setting setting = new Setting(draw, new int[] {draw.between(1, 2), draw.between(1, 3)});
        setting.loss = draw.perceptron();
        Net net = setting.net;
        if (draw.oneIn(3)) {
            Net.zero(net.w);
            Net.zero(net.b);
        }
        BigFraction factor = draw.positive();
        Net other = net.copy();
        times(other.w[0], factor);
        times(other.b, factor);
        setting.other = other;
        BigFraction rate = draw.number();
        Vec rates = draw.vector(Views.depth(setting.inputs));
        setting.parts.put("factor", Placed.number(factor));
        setting.parts.put("schedule2", new Schedule(Placed.array(setting.inputs), Placed.array(setting.targets),
                Placed.array(Values.scaled(factor, rates))));
        setting.parts.put("schedule", new Schedule(Placed.array(setting.inputs), Placed.array(setting.targets),
                Placed.array(rates)));
        World world = setting.world();
        world.name(other.weights(), "S2");
        world.name(other.biases(), "B2");
        world.name(other.state(), "s");
        world.only(factor, "c");
        world.name(rate, "r");
        world.name(Values.qMul(factor, rate), "q");
        world.name(rates, "w");
        world.name(Values.scaled(factor, rates), "v");
        return world;
    }

    private static void times(BigFraction[][] rows, BigFraction factor) {
        Arrays.stream(rows).forEach(row -> Arrays.setAll(row, k -> Values.qMul(factor, row[k])));
    }
}
