package org.stillpoint.contract;

import static org.stillpoint.contract.Kept.once;
import static org.stillpoint.contract.Views.forAll;
import static org.stillpoint.contract.Views.val;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Heap.Field;
import org.stillpoint.contract.Heap.Place;
import org.stillpoint.contract.Heap.Reference;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.SmallUnit;
import org.stillpoint.kernel.State;

/**
 * The words that speak of memory: what the arrays and objects of a heap hold. Every object has a length, 0 if it is no array.
 */
public final class Memory {

    private static final Field WEIGHTS = Field.of(Parameters.class, "weights");
    private static final Field BIASES = Field.of(Parameters.class, "biases");
    private static final Field PARAMETERS = Field.of(State.class, "parameters");
    private static final Field VELOCITY = Field.of(State.class, "velocity");
    private static final Field ACTIVATIONS = Field.of(LearningRule.class, "activations");
    private static final Field KAPPA = Field.of(LearningRule.class, "kappa");
    private static final Field LOSS = Field.of(LearningRule.class, "loss");
    private static final Field MOMENTUM = Field.of(LearningRule.class, "momentum");
    private static final Field DECAY = Field.of(LearningRule.class, "decay");
    private static final Field SAMPLES = Field.of(Schedule.class, "samples");
    private static final Field TARGETS = Field.of(Schedule.class, "targets");
    private static final Field RATES = Field.of(Schedule.class, "rates");
    private static final Field INCOMING = Field.of(SmallUnit.class, "incoming");
    private static final Field BIAS = Field.of(SmallUnit.class, "bias");
    private static final Field OUTGOING = Field.of(SmallUnit.class, "outgoing");
    private static final Field SCALE = Field.of(SmallUnit.class, "scale");
    private static final Field INDEX = Field.of(SmallUnit.class, "index");

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

    public static Activations activations(Heap h, Object a) {
        Map<Integer, Object> entries = new HashMap<>();
        h.held().forEach((place, value) -> {
            if (index(a, place) != null && value instanceof Reference entry) {
                entries.put(index(a, place), entry.target());
            }
        });
        return once(new Activations(length(a), entries));
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
        return place.object().target() == array && place.field().name() instanceof BigInteger index ? index.intValueExact()
                : null;
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

    public static boolean fullActivations(Heap h, Object a) {
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

    public static TrainingState state(Heap h, Object s) {
        Object parameters = field(h, s, PARAMETERS, Parameters.class);
        Object velocity = field(h, s, VELOCITY, Parameters.class);
        return once(new TrainingState(weights(h, parameters), biases(h, parameters), weights(h, velocity), biases(h, velocity)));
    }

    public static boolean fullState(Heap h, Object s) {
        return s != null && h.isCreated(s) && fullParameters(h, field(h, s, PARAMETERS, Parameters.class))
                && fullParameters(h, field(h, s, VELOCITY, Parameters.class));
    }

    public static boolean isState(Heap h, Object s, TrainingState t) {
        return fullState(h, s) && state(h, s).equals(t);
    }

    public static boolean isLearningRule(Heap h, Object r) {
        return r != null && h.isCreated(r) && fullActivations(h, field(h, r, ACTIVATIONS, ActivationFunction[].class))
                && hasNumbers(h, r, KAPPA, MOMENTUM, DECAY)
                && field(h, r, LOSS, LossDerivative.class) != null;
    }

    private static boolean hasNumbers(Heap h, Object of, Field... fields) {
        return Stream.of(fields).allMatch(field -> field(h, of, field, BigFraction.class) != null);
    }

    private static BigFraction number(Heap h, Object of, Field field) {
        return val(field(h, of, field, BigFraction.class));
    }

    public static Activations activationsOf(Heap h, Object r) {
        return activations(h, field(h, r, ACTIVATIONS, ActivationFunction[].class));
    }

    public static BigFraction kappaOf(Heap h, Object r) {
        return number(h, r, KAPPA);
    }

    public static Object lossOf(Heap h, Object r) {
        return field(h, r, LOSS, LossDerivative.class);
    }

    public static BigFraction momentumOf(Heap h, Object r) {
        return number(h, r, MOMENTUM);
    }

    public static BigFraction decayOf(Heap h, Object r) {
        return number(h, r, DECAY);
    }

    public static boolean fullSchedule(Heap h, Object s) {
        return s != null && h.isCreated(s) && fullStack(h, field(h, s, SAMPLES, BigFraction[][][].class))
                && fullStack(h, field(h, s, TARGETS, BigFraction[][][].class))
                && fullVec(h, field(h, s, RATES, BigFraction[].class));
    }

    public static Stack samplesOf(Heap h, Object s) {
        return stack(h, field(h, s, SAMPLES, BigFraction[][][].class));
    }

    public static Stack targetsOf(Heap h, Object s) {
        return stack(h, field(h, s, TARGETS, BigFraction[][][].class));
    }

    public static Vec ratesOf(Heap h, Object s) {
        return vals(h, field(h, s, RATES, BigFraction[].class));
    }

    public static boolean isSmallUnit(Heap h, Object u) {
        return u != null && h.isCreated(u) && fullVec(h, field(h, u, INCOMING, BigFraction[].class))
                && hasNumbers(h, u, BIAS, OUTGOING, SCALE);
    }

    public static Vec incomingOf(Heap h, Object u) {
        return vals(h, field(h, u, INCOMING, BigFraction[].class));
    }

    public static BigFraction biasOf(Heap h, Object u) {
        return number(h, u, BIAS);
    }

    public static BigFraction outgoingOf(Heap h, Object u) {
        return number(h, u, OUTGOING);
    }

    public static BigFraction scaleOf(Heap h, Object u) {
        return number(h, u, SCALE);
    }

    public static int indexOf(Heap h, Object u) {
        return h.get(new Reference(u), INDEX) instanceof BigInteger index ? index.intValueExact() : 0;
    }
}
