package org.stillpoint.proof.model;

import static org.stillpoint.contract.Values.qNeg;
import static org.stillpoint.contract.Values.qZero;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Kept;
import org.stillpoint.contract.Mat;
import org.stillpoint.contract.Values;
import org.stillpoint.contract.Views;
import org.stillpoint.kernel.Relu;

/** Worlds in which a hidden unit is zero, or a hidden layer is dead on the data. */
final class StillScenes {

    private static final BigFraction ONE = Kept.once(BigFraction.ONE);

    private StillScenes() {
    }

    /** Unit i of hidden layer l has no weights, no bias and no outgoing weights, and does not move. */
    static World pruned(Draw draw) {
        Setting setting = Scene.withHiddenLayer(draw, 1);
        setting.choose(setting.net.width(setting.l));
        setting.j = setting.i;
        Net net = setting.net;
        int l = setting.l;
        net.functions.set(l, draw.oneIn(2) ? draw.flatActivation() : draw.homogeneousActivation());
        prune(net.w, net.b, l, setting.i);
        prune(net.vw, net.vb, l, setting.i);
        World world = setting.world();
        world.name(Values.zerosLikeStack(net.weights()), "T");
        world.name(Views.layer(net.weights(), draw.between(l, l + 1)), "M");
        world.name(Views.layer(net.velocity(), l), "N");
        world.name(Views.row(net.biases(), l), "u", "v");
        return world;
    }

    private static void prune(BigFraction[][][] weights, BigFraction[][] biases, int l, int i) {
        Net.zero(weights[l][i]);
        Arrays.stream(weights[l + 1]).forEach(row -> row[i] = qZero());
        if (biases[l].length > 0) {
            biases[l][i] = qZero();
        }
    }

    /** Hidden layer l has no weights, or none but one, and biases below zero; nothing moves up to it and above it. */
    static World dead(Draw draw) {
        Setting setting = Scene.withHiddenLayer(draw, 1);
        setting.choose(setting.net.width(setting.l));
        Net net = setting.net;
        int l = setting.l;
        net.functions.set(l, new Relu());
        Net.zero(net.w[l]);
        net.b[l] = IntStream.range(0, net.width(l)).mapToObj(k -> qNeg(ONE)).toArray(BigFraction[]::new);
        net.vb[l] = net.b[l].clone();
        IntStream.rangeClosed(0, l + 1).forEach(k -> Net.zero(net.vw[k]));
        IntStream.rangeClosed(0, l).forEach(k -> Net.zero(net.vb[k]));
        World world = setting.world();
        Net start = net.copy();
        setting.other = start;
        IntStream.range(l + 2, net.depth()).mapToObj(k -> start.w[k]).flatMap(Arrays::stream)
                .forEach(row -> Arrays.setAll(row, i -> draw.number()));
        IntStream.range(l + 1, net.depth()).forEach(k -> Arrays.setAll(start.b[k], i -> draw.number()));
        world.name(start.state(), "s");
        world.name(start.weights(), "T", "U");
        world.name(Values.zerosLikeStack(net.weights()), "T");
        world.name(start.biases(), "N", "M", "B");
        world.name(Values.zerosLikeMat(net.biases()), "N", "M");
        world.name(setting.x, "v", "w");
        world.name(Views.row(Views.layer(setting.inputs, 0), 0), "v", "w");
        world.name(Views.row(net.biases(), l), "v");
        world.name(draw.between(0, l + 2), "n", "i");
        return world;
    }

    /** The last two layers are zero, with zero between them, and nothing but the output bias moves. */
    static World zeroTail(Draw draw) {
        Setting setting = Scene.withHiddenLayer(draw, 1);
        setting.allFunctions(draw.oneIn(2) ? draw::flatActivation : draw::homogeneousActivation);
        Net net = setting.net;
        int last = net.depth() - 1;
        IntStream.rangeClosed(last - 1, last).forEach(k -> Net.zero(net.w[k]));
        Net.zero(net.b[last - 1]);
        Net.zero(net.vw);
        Net.zeroHidden(net.vb);
        World world = setting.world();
        Net start = net.copy();
        setting.other = start;
        Arrays.setAll(start.b[last], i -> draw.number());
        start.noVelocity();
        Mat targets = Views.layer(setting.targets, 0);
        world.name(start.state(), "s");
        world.name(Values.zerosLikeStack(net.weights()), "T");
        world.name(Values.zerosLikeMat(net.biases()), "N", "M");
        world.name(last, "i", "m");
        world.name(targets, "Y");
        world.name(Views.layer(setting.inputs, 0), "X");
        world.name(draw.between(0, Views.rows(targets)), "n");
        return world;
    }
}
