package org.stillpoint.proof.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Activations;
import org.stillpoint.contract.Heap;
import org.stillpoint.contract.Heap.Field;
import org.stillpoint.contract.Heap.NoPlaces;
import org.stillpoint.contract.Heap.Place;
import org.stillpoint.contract.Heap.Reference;
import org.stillpoint.contract.Mat;
import org.stillpoint.contract.Memory;
import org.stillpoint.contract.Snapshot;
import org.stillpoint.contract.Stack;
import org.stillpoint.contract.Training;
import org.stillpoint.contract.TrainingState;
import org.stillpoint.contract.Vec;
import org.stillpoint.contract.Views;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;
import org.stillpoint.kernel.State;

/**
 * Memory that holds a network, its training state and data in arrays, some with null in them, shared or not created; and other
 * memory to compare.
 */
final class Remembered {

    /** The first number of what is computed: a step, then a sample for given pre-activations, a sample, a batch. */
    static final int STEP = 4;

    private final Setting setting;
    private final Draw draw;
    private final List<Object> vectors = new ArrayList<>();
    private final List<Object> matrices = new ArrayList<>();
    private final List<Object> stacks = new ArrayList<>();

    private Remembered(Setting setting) {
        this.setting = setting;
        draw = setting.draw;
    }

    /** @param computed what the parameters hold, as {@link #content} has it */
    static World world(Draw draw, int computed) {
        return new Remembered(new Setting(draw, draw.oneIn(2) ? draw.between(4, 5) : draw.between(1, 3))).world(computed);
    }

    private World world(int computed) {
        World world = setting.world();
        TrainingState content = content(world, computed);
        BigFraction[][][] w = array(content.w());
        BigFraction[][] b = array(content.b());
        Parameters p = new Parameters(w, b);
        State state = new State(p,
                new Parameters(array(content.vw()), computed < STEP && draw.oneIn(4) ? null : array(content.vb())));
        BigFraction[] x = array(setting.x);
        BigFraction[] g = array(setting.g);
        BigFraction[][][] inputs = array(setting.inputs);
        BigFraction[][][] targets = array(setting.targets);
        BigFraction[] rates = array(draw.vector(inputs.length));
        Object[] functions = setting.net.functions.toArray(ActivationFunction[]::new);
        int[] swaps = {0, draw.between(-1, 2)};
        List<Object> objects =
                new ArrayList<>(List.of(w, b, p, state, x, g, inputs, targets, rates, functions, swaps, new Relu(),
                        new Identity()));
        Object absent = new BigFraction[draw.between(0, 2)];
        Heap whole = Snapshot.of(objects.toArray());
        Heap heap = altered(draw.oneIn(4) ? withoutEntry(whole, functions, 0) : whole, vectors);
        world.name(heap, "h");
        Heap later = altered(draw.oneIn(2) ? heap : Snapshot.of(absent, absent), List.of(absent, x));
        world.name(later, "h2");
        world.name(heap.anon(new NoPlaces(), later), "EQ");
        objects.add(absent);
        objects.addAll(vectors);
        objects.addAll(matrices);
        roles(world, objects, computed == STEP ? 4 : computed > STEP ? 3 : draw.between(0, 6),
                new Object[] {w, b, p, state, x, g, inputs, targets, rates, functions, swaps});
        if (computed < STEP) {
            values(world, heap);
        }
        fields(world);
        return world;
    }

    /** What the state and its parameters hold: those of the network, or what a step, a sample or a batch makes of them. */
    private TrainingState content(World world, int computed) {
        Stack w = setting.net.weights();
        Mat b = setting.net.biases();
        Activations f = setting.net.funs();
        Mat x = Views.layer(setting.inputs, 0);
        Mat y = Views.layer(setting.targets, 0);
        TrainingState t = setting.net.state();
        Mat z = Training.preactivationsOf(w, b, f, setting.x);
        Vec target = Views.row(y, 0);
        List.of("q", "c", "r", "d").forEach(number -> world.only(setting.kappa, number));
        return switch (computed) {
            case STEP -> Training.stepped(t, f, setting.kappa, setting.loss, x, y, setting.kappa, setting.kappa, setting.kappa);
            case STEP + 1 -> {
                world.only(z, "M");
                world.only(Training.deltasOf(w, f, setting.kappa, z, setting.g), "N");
                world.only(setting.x, "v");
                world.only(setting.g, "w");
                yield parameters(Training.weightGradientOf(w, f, setting.kappa, setting.x, z, setting.g),
                        Training.biasGradientOf(w, b, f, setting.kappa, z, setting.g));
            }
            case STEP + 2 -> {
                world.only(setting.x, "u");
                world.only(target, "v");
                yield parameters(Training.sampleWeightGradientOf(w, b, f, setting.kappa, setting.loss, setting.x, target),
                        Training.sampleBiasGradientOf(w, b, f, setting.kappa, setting.loss, setting.x, target));
            }
            case STEP + 3 -> parameters(Training.batchWeightGradientOf(w, b, f, setting.kappa, setting.loss, x, y),
                    Training.batchBiasGradientOf(w, b, f, setting.kappa, setting.loss, x, y));
            default -> t;
        };
    }

    private static TrainingState parameters(Stack w, Mat b) {
        return Views.trainingState(w, b, w, b);
    }

    /** Objects for the variables, as one of the words takes them. */
    private void roles(World world, List<Object> objects, int role, Object[] of) {
        objects.forEach(object -> world.offer(new Reference(object)));
        Object w = of[0];
        switch (role) {
            case 0 -> named(world, draw.of(vectors.isEmpty() ? List.of(of[4]) : vectors), of[9], of[5], of[8]);
            case 1 -> named(world, draw.oneIn(2) ? of[1] : draw.of(matrices), draw.oneIn(2) ? of[1] : draw.of(matrices), of[5],
                    of[8]);
            case 2 -> named(world, draw.oneIn(2) ? w : of[6], draw.of(objects), of[7], of[8]);
            case 3 -> named(world, of[2], draw.oneIn(2) ? of[9] : setting.loss, of[4], of[5]);
            case 4 -> named(world, of[3], draw.oneIn(2) ? of[9] : setting.loss, of[4], of[5]);
            case 5 -> {
                named(world, of[6], of[9], of[7], of[8]);
                world.name(setting.net.weights(), "S");
            }
            default -> {
                named(world, draw.oneIn(2) ? of[10] : of[9], of[9], of[5], of[8]);
                named(world, ((Object[]) of[6])[0], of[9], ((Object[]) of[7])[0], of[8]);
            }
        }
        world.name(new Reference(draw.oneIn(2) ? draw.of(objects) : ((Object[]) of[9]).length > 0 ? ((Object[]) of[9])[0] : null),
                "act");
    }

    private static void named(World world, Object a, Object o, Object b, Object e) {
        world.name(new Reference(a), "a");
        world.only(new Reference(o), "o");
        world.name(new Reference(b), "b");
        world.name(new Reference(e), "e");
    }

    private void values(World world, Heap heap) {
        vectors.forEach(vector -> world.name(Memory.vals(heap, vector), "v", "u"));
        matrices.forEach(matrix -> world.name(Memory.mat(heap, matrix), "M"));
        stacks.forEach(stack -> world.name(Memory.stack(heap, stack), "S"));
    }

    private void fields(World world) {
        world.offer(Field.arr(0), Field.arr(1), Field.CREATED, new Field("org.stillpoint.kernel.Parameters::$weights"));
        world.name(draw.between(0, 1), "i");
        world.name(draw.between(-1, 1), "lo");
        world.name(draw.between(0, 2), "hi");
        world.name(Sorts.any("any", draw), "x");
    }

    private static Heap withoutEntry(Heap heap, Object array, int index) {
        Map<Place, Object> held = new HashMap<>(heap.held());
        held.remove(new Place(new Reference(array), Field.arr(index)));
        return new Heap(held);
    }

    /** With some entries null, some of another array, some outside the length, and some object not created. */
    private Heap altered(Heap heap, List<?> arrays) {
        Map<Place, Object> held = new HashMap<>(heap.held());
        if (draw.oneIn(3) && !arrays.isEmpty()) {
            Reference array = new Reference(draw.of(arrays));
            held.remove(new Place(array, Field.arr(draw.between(0, 1))));
        }
        if (draw.oneIn(5) && !arrays.isEmpty()) {
            held.remove(new Place(new Reference(draw.of(arrays)), Field.CREATED));
        }
        if (draw.oneIn(4) && !matrices.isEmpty() && !vectors.isEmpty()) {
            Object vector = draw.of(vectors);
            held.put(new Place(new Reference(draw.of(matrices)), Field.arr(draw.between(-1, 3))), new Reference(vector));
        }
        if (draw.oneIn(5) && !arrays.isEmpty()) {
            held.put(new Place(new Reference(draw.of(arrays)), Field.arr(draw.between(0, 3))),
                    draw.<Object>either(() -> BigInteger.ONE, () -> true, () -> new Reference(draw.activation())));
        }
        return new Heap(held);
    }

    private BigFraction[] array(Vec v) {
        BigFraction[] array = v.entries().stream().map(entry -> new BigFraction(entry.getNumerator(), entry.getDenominator()))
                .toArray(BigFraction[]::new);
        vectors.add(array);
        return array;
    }

    private BigFraction[][] array(Mat m) {
        BigFraction[][] array = m.entries().stream().map(this::array).toArray(BigFraction[][]::new);
        if (array.length > 1 && draw.oneIn(5)) {
            array[1] = array[0];
        }
        matrices.add(array);
        return array;
    }

    private BigFraction[][][] array(Stack s) {
        BigFraction[][][] array = s.entries().stream().map(this::array).toArray(BigFraction[][][]::new);
        stacks.add(array);
        return array;
    }
}
