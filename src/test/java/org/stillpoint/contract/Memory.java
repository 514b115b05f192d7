package org.stillpoint.contract;

import static org.stillpoint.contract.Kept.once;
import static org.stillpoint.contract.Shapes.batches;
import static org.stillpoint.contract.Shapes.hasColumns;
import static org.stillpoint.contract.Shapes.inputs;
import static org.stillpoint.contract.Shapes.network;
import static org.stillpoint.contract.Shapes.trainable;
import static org.stillpoint.contract.Views.depth;
import static org.stillpoint.contract.Views.forAll;
import static org.stillpoint.contract.Views.layer;
import static org.stillpoint.contract.Views.rows;
import static org.stillpoint.contract.Views.stW;
import static org.stillpoint.contract.Views.val;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Heap.Field;
import org.stillpoint.contract.Heap.Place;
import org.stillpoint.contract.Heap.Reference;
import org.stillpoint.kernel.Parameters;

/**
 * The words that speak of memory: what the arrays and objects of a heap hold. They have the names of those in {@link Views} that look at Java
 * arrays. Every object has a length, 0 if it is no array.
 */
public final class Memory {

    private static final Field WEIGHTS = new Field("org.stillpoint.kernel.Parameters::$weights");
    private static final Field BIASES = new Field("org.stillpoint.kernel.Parameters::$biases");
    private static final Field PARAMETERS = new Field("org.stillpoint.kernel.State::$parameters");
    private static final Field VELOCITY = new Field("org.stillpoint.kernel.State::$velocity");

    private Memory() {
    }

    /** What a field holds if it is of the field's type, else null. */
    private static Object field(Heap h, Object of, Field field, Class<?> type) {
        Object held = h.object(of, field);
        return type.isInstance(held) ? held : null;
    }

    public static int length(Object a) {
        return a != null && a.getClass().isArray() ? Array.getLength(a) : 0;
    }

    public static Vec vals(Heap h, Object a) {
        return Vec.of(length(a), i -> val(h.entry(a, i)));
    }

    public static Mat mat(Heap h, Object a) {
        return Mat.of(length(a), i -> vals(h, h.entry(a, i)));
    }

    public static Stack stack(Heap h, Object a) {
        return Stack.of(length(a), i -> mat(h, h.entry(a, i)));
    }

    public static Vec valsOf(Heap h, Object a) {
        return vals(h, a);
    }

    public static Mat matOf(Heap h, Object a) {
        return mat(h, a);
    }

    public static Stack stackOf(Heap h, Object a) {
        return stack(h, a);
    }

    public static Funs funs(Heap h, Object a) {
        Map<Integer, Object> entries = new HashMap<>();
        h.held().forEach((place, value) -> {
            if (index(a, place) != null && value instanceof Reference entry) {
                entries.put(index(a, place), entry.target());
            }
        });
        return once(new Funs(length(a), entries));
    }

    public static Perm perm(Heap h, Object a) {
        Map<Integer, Integer> entries = new HashMap<>();
        h.held().forEach((place, value) -> {
            if (index(a, place) != null && value instanceof BigInteger entry) {
                entries.put(index(a, place), entry.intValueExact());
            }
        });
        return once(new Perm(length(a), entries));
    }

    private static Integer index(Object array, Place place) {
        return place.object().target() == array && place.field().name() instanceof BigInteger index ? index.intValueExact() : null;
    }

    private static boolean isFull(Heap h, Object a, BiPredicate<Heap, Object> entryIsFull) {
        return a != null && h.isCreated(a) && forAll(length(a), i -> entryIsFull.test(h, h.entry(a, i)));
    }

    public static boolean fullVec(Heap h, Object a) {
        return isFull(h, a, (heap, entry) -> entry != null);
    }

    public static boolean fullMat(Heap h, Object a) {
        return isFull(h, a, Memory::fullVec);
    }

    public static boolean fullStack(Heap h, Object a) {
        return isFull(h, a, Memory::fullMat);
    }

    public static boolean fullFuns(Heap h, Object a) {
        return fullVec(h, a);
    }

    public static boolean fullVecOf(Heap h, Object a) {
        return fullVec(h, a);
    }

    public static boolean fullMatOf(Heap h, Object a) {
        return fullMat(h, a);
    }

    public static boolean fullStackOf(Heap h, Object a) {
        return fullStack(h, a);
    }

    public static boolean wasFullVec(Heap h, Object a) {
        return fullVec(h, a);
    }

    public static boolean wasFullMat(Heap h, Object a) {
        return fullMat(h, a);
    }

    public static boolean wasFullStack(Heap h, Object a) {
        return fullStack(h, a);
    }

    public static boolean isVec(Heap h, Object a, Vec v) {
        return fullVec(h, a) && vals(h, a).equals(v);
    }

    public static boolean isMat(Heap h, Object a, Mat m) {
        return fullMat(h, a) && mat(h, a).equals(m);
    }

    public static boolean isStack(Heap h, Object a, Stack s) {
        return fullStack(h, a) && stack(h, a).equals(s);
    }

    public static Stack weights(Heap h, Object p) {
        return stack(h, field(h, p, WEIGHTS, BigFraction[][][].class));
    }

    public static Mat biases(Heap h, Object p) {
        return mat(h, field(h, p, BIASES, BigFraction[][].class));
    }

    public static boolean fullParameters(Heap h, Object p) {
        return p != null && h.isCreated(p) && fullStack(h, field(h, p, WEIGHTS, BigFraction[][][].class))
                && fullMat(h, field(h, p, BIASES, BigFraction[][].class));
    }

    public static boolean isParameters(Heap h, Object p, Stack w, Mat b) {
        return fullParameters(h, p) && weights(h, p).equals(w) && biases(h, p).equals(b);
    }

    public static Sta state(Heap h, Object s) {
        Object parameters = field(h, s, PARAMETERS, Parameters.class);
        Object velocity = field(h, s, VELOCITY, Parameters.class);
        return once(new Sta(weights(h, parameters), biases(h, parameters), weights(h, velocity), biases(h, velocity)));
    }

    public static boolean fullState(Heap h, Object s) {
        return s != null && h.isCreated(s) && fullParameters(h, field(h, s, PARAMETERS, Parameters.class))
                && fullParameters(h, field(h, s, VELOCITY, Parameters.class));
    }

    public static boolean isState(Heap h, Object s, Sta t) {
        return fullState(h, s) && state(h, s).equals(t);
    }

    private static boolean fits(Heap h, Object sigma, Stack w) {
        return fullFuns(h, sigma) && length(sigma) == depth(w) - 1;
    }

    public static boolean isNetwork(Heap h, Object p, Object sigma) {
        return fullParameters(h, p) && network(weights(h, p), biases(h, p)) && fits(h, sigma, weights(h, p));
    }

    public static boolean isInput(Heap h, Object x, Stack w) {
        return fullVec(h, x) && length(x) == inputs(w);
    }

    public static boolean isOutput(Heap h, Object g, Stack w) {
        return fullVec(h, g) && length(g) == rows(layer(w, depth(w) - 1));
    }

    public static boolean isBatch(Heap h, Object x, Object y, Stack w) {
        return fullMat(h, x) && fullMat(h, y) && length(x) >= 1 && length(x) == length(y) && hasColumns(mat(h, x), inputs(w));
    }

    public static boolean isSchedule(Heap h, Object x, Object y, Object rates, Stack w) {
        return fullStack(h, x) && fullStack(h, y) && fullVec(h, rates) && length(rates) == length(x)
                && batches(stack(h, x), stack(h, y), inputs(w));
    }

    public static boolean isTrainable(Heap h, Object s, Object sigma) {
        return fullState(h, s) && trainable(state(h, s)) && fits(h, sigma, stW(state(h, s)));
    }
}
