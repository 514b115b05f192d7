package org.stillpoint.proof.model;

import static org.stillpoint.contract.Training.deltasOf;
import static org.stillpoint.contract.Training.deltasWhereBias;
import static org.stillpoint.contract.Training.input;
import static org.stillpoint.contract.Training.outerProducts;
import static org.stillpoint.contract.Training.preactivationsOf;
import static org.stillpoint.contract.Values.qRatio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Activations;
import org.stillpoint.contract.Heap.Reference;
import org.stillpoint.contract.Kept;
import org.stillpoint.contract.Mat;
import org.stillpoint.contract.Shapes;
import org.stillpoint.contract.Stack;
import org.stillpoint.contract.Values;
import org.stillpoint.contract.Vec;
import org.stillpoint.contract.Views;

/** A network with data to train it on, while it is being made; what it offers to a world is computed from the parts at last. */
final class Setting {

    final Draw draw;
    Net net;
    Vec x;
    Vec g;
    Stack inputs;
    Stack targets;
    Object loss;
    BigFraction kappa;
    /** A hidden layer, if there is one, and two of its units or of the features. */
    int l;
    int i;
    int j;
    /** Another network to compare it with, if there is one. */
    Net other;
    /** What else plays a part as an argument of a word: objects of Java, or values of the logic. */
    final Map<String, Object> parts = new HashMap<>();

    /** @param depth the number of layers */
    Setting(Draw draw, int depth) {
        this(draw, IntStream.rangeClosed(0, depth).map(l -> draw.oneIn(14) ? 0 : draw.between(1, 3)).toArray());
    }

    Setting(Draw draw, int[] widths) {
        this.draw = draw;
        net = new Net(draw, widths);
        int features = Shapes.inputs(net.weights());
        int outputs = net.width(net.depth() - 1);
        x = draw.vector(features);
        g = draw.vector(outputs);
        int batches = draw.between(1, 2);
        int[] sizes = IntStream.range(0, batches).map(t -> draw.between(1, 3)).toArray();
        inputs = Stack.of(batches, t -> draw.matrix(sizes[t], features));
        targets = Stack.of(batches, t -> draw.matrix(sizes[t], outputs));
        loss = draw.lossDerivative();
        kappa = draw.number();
        l = net.depth() < 2 ? 0 : draw.between(0, net.depth() - 2);
    }

    /** Two indices below a number. */
    void choose(int below) {
        i = draw.between(0, Math.max(0, below - 1));
        j = draw.between(0, Math.max(0, below - 1));
    }

    void allFunctions(Supplier<?> function) {
        net.functions.replaceAll(any -> function.get());
    }

    World world() {
        World world = new World(draw, () -> new Placed(this));
        offerTo(world);
        return world;
    }

    private void offerTo(World world) {
        Stack w = net.weights();
        Mat b = net.biases();
        Activations f = net.funs();
        Mat z = preactivationsOf(w, b, f, x);
        Mat d = deltasOf(w, f, kappa, z, g);
        Stack gradient = outerProducts(d, f, x, z);
        world.name(w, "S");
        world.name(net.velocity(), "T", "U", "VW", "S1", "S2");
        world.name(gradient, "T", "U", "S1", "S2");
        world.offer(Values.zerosLikeStack(w));
        world.name(b, "B");
        world.name(f, "F");
        world.name(x, "v", "u");
        world.name(g, "w", "v", "u");
        world.offer(Values.zeroVec(net.depth()), Views.emptyVec(), Views.emptyMat());
        world.name(z, "M");
        world.name(d, "N", "M");
        world.offer(net.biasVelocity(), deltasWhereBias(b, d), Values.zerosLikeMat(b));
        world.name(net.state(), "t", "s", "t2", "t3");
        data(world);
        layer(world, w, b, f, z, d, gradient);
        numbers(world);
    }

    private void data(World world) {
        world.name(Views.layer(inputs, 0), "X");
        world.name(Views.layer(targets, 0), "Y");
        world.name(inputs, "XX");
        world.name(targets, "YY");
        Vec rates = draw.vector(Views.depth(inputs));
        world.name(rates, "w", "u");
        world.offer(Views.row(Views.layer(inputs, 0), 0), Views.row(Views.layer(targets, 0), 0));
        world.name(new Reference(loss), "o");
        if (!net.functions.isEmpty()) {
            world.name(new Reference(net.functions.get(0)), "act");
        }
    }

    /** What belongs to one layer, in the parts that matrices and vectors have in a step forward, back, or of descent. */
    private void layer(World world, Stack w, Mat b, Activations f, Mat z, Mat d, Stack gradient) {
        int n = draw.between(0, net.depth() - 1);
        Vec in = input(w, b, f, x, n);
        Mat m = Views.layer(w, n);
        world.name(m, "M");
        world.name(Views.layer(net.velocity(), n), "N", "M");
        world.name(draw.matrix(Views.rows(m), Views.len(Views.row(m, 0))), "N", "X", "M1", "M2");
        world.name(Views.layer(gradient, n), "N");
        List.of(in, Views.row(b, n), Views.row(z, n), Views.row(d, n), draw.vector(Views.len(in)), draw.vector(Views.rows(m)),
                Views.row(m, 0)).forEach(vector -> world.name(vector, "u", "v", "w"));
        world.name(n, "n", "i", "l");
    }

    private void numbers(World world) {
        world.offer(Values.qZero(), Kept.once(BigFraction.ONE), draw.number(), draw.number(),
                qRatio(1, Views.rows(Views.layer(inputs, 0))));
        world.name(kappa, "q", "c");
        world.name(l, "l", "n");
        world.name(i, "i");
        world.name(j, "j");
        world.offer(0, 1, 2, -1, net.depth(), net.depth() - 1, net.depth() - 2, l + 1, net.width(l), x.entries().size(),
                g.entries().size(),
                Views.depth(inputs), Views.rows(Views.layer(inputs, 0)), Views.rows(Views.layer(inputs, 0)) - 1);
    }
}
