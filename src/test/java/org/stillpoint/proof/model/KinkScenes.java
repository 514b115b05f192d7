package org.stillpoint.proof.model;

import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Activations;
import org.stillpoint.contract.Directions;
import org.stillpoint.contract.Kept;
import org.stillpoint.contract.Mat;
import org.stillpoint.contract.Stack;
import org.stillpoint.contract.Training;
import org.stillpoint.contract.Values;
import org.stillpoint.contract.Views;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;

/** Worlds with one hidden layer of ReLU and a direction for its parameters; units may be at the kink. */
final class KinkScenes {

    private static final BigFraction HALF = Kept.once(BigFraction.ONE_HALF);

    private KinkScenes() {
    }

    /** Kappa is 1/2, as a rule; the first unit is at the kink on all inputs in one of two. The velocity is the direction. */
    static World oneHiddenRelu(Draw draw) {
        Setting setting = new Setting(draw, new int[] {draw.between(1, 2), draw.between(1, 3), draw.between(1, 2)});
        Net net = setting.net;
        setting.allFunctions(Relu::new);
        setting.kappa = draw.oneIn(4) ? draw.number() : HALF;
        if (draw.oneIn(2)) {
            Net.zero(net.w[0][0]);
            Arrays.fill(net.b[0], Values.qZero());
        }
        World world = setting.world();
        Stack w = net.weights();
        Mat b = net.biases();
        Stack direction = net.velocity();
        Mat ofBiases = net.biasVelocity();
        Activations f = net.funs();
        Mat z = Training.preactivationsOf(w, b, f, setting.x);
        BigFraction right = Directions.rightDerivative(w, b, f, setting.x, setting.g, direction, ofBiases);
        BigFraction left = Directions.leftDerivative(w, b, f, setting.x, setting.g, direction, ofBiases);
        setting.parts.put("direction", new Parameters(Placed.array(direction), Placed.array(ofBiases)));
        setting.parts.put("right", new Placed.Number(right));
        setting.parts.put("left", new Placed.Number(left));
        Mat deltas = Training.deltasOf(w, f, setting.kappa, z, setting.g);
        world.only(direction, "T");
        world.only(ofBiases, "N");
        world.only(draw.oneIn(3) ? direction : Training.outerProducts(deltas, f, setting.x, z), "U", "XX");
        world.only(draw.oneIn(3) ? ofBiases : Training.deltasWhereBias(b, deltas), "M");
        world.only(setting.x, "v");
        world.only(setting.g, "w");
        world.only(setting.kappa, "q");
        Mat x = Views.layer(setting.inputs, 0);
        world.only(draw.between(0, Views.rows(x)), "n");
        world.only(draw.between(0, 1), "i");
        return world;
    }
}
