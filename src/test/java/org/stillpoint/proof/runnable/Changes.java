package org.stillpoint.proof.runnable;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.KernelValue;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.number.Inversion;
import org.stillpoint.proof.model.Operations;

/** Arguments and results of the kernel with one thing in them changed: a number, a length, a reference to null. */
final class Changes {

    /** An activation of which nothing holds that a theorem asks for. */
    private static final ActivationFunction SHIFTED = new ActivationFunction() {

        @Override
        public BigFraction value(BigFraction z) {
            return z.add(BigFraction.ONE);
        }

        @Override
        public BigFraction derivative(BigFraction z, BigFraction kappa) {
            return z.add(BigFraction.TWO);
        }
    };

    /** A part of an array or an object of the kernel. */
    record Part(String name, Object object) {
    }

    private Changes() {
    }

    static List<Object> of(Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Integer number) {
            return List.of(number + 1, number - 1, -1, Integer.MAX_VALUE);
        }
        if (value instanceof Boolean truth) {
            return List.of(!truth);
        }
        List<Object> changed = new ArrayList<>(ofObject(value));
        changed.add(null);
        return changed;
    }

    private static List<?> ofObject(Object value) {
        if (value instanceof BigFraction number) {
            return List.of(number.add(BigFraction.ONE), number.subtract(BigFraction.ONE));
        }
        if (KernelValue.is(value)) {
            return KernelValue.parts(value).entrySet().stream()
                    .flatMap(part -> of(part.getValue()).stream().map(changed -> KernelValue.with(value, part.getKey(), changed)))
                    .toList();
        }
        if (KernelValue.OPERATIONS.contains(value.getClass())) {
            return KernelValue.parts(value).entrySet().stream().flatMap(part -> of(part.getValue()).stream()
                    .filter(Objects::nonNull).map(changed -> KernelValue.with(value, part.getKey(), changed))).toList();
        }
        if (value instanceof Inversion) {
            return List.of((Inversion) x -> x);
        }
        return value.getClass().isArray() ? ofArray(value) : List.of();
    }

    private static List<Object> ofArray(Object array) {
        List<Object> changed = new ArrayList<>();
        int length = Array.getLength(array);
        for (int i = 0; i < length; i++) {
            Object before = Array.get(array, i);
            for (Object entry : before instanceof ActivationFunction ? Arrays.asList(SHIFTED, null)
                    : before instanceof Operation ? Arrays.asList(Operations.NEXT, null) : of(before)) {
                Object copy = copy(array, length);
                Array.set(copy, i, entry);
                changed.add(copy);
            }
        }
        if (length > 0) {
            changed.add(copy(array, length - 1));
            changed.add(copy(array, 0));
        }
        if (array.getClass() == Object[].class && Stream.of((Object[]) array).allMatch(Changes::isNumberOrNull)) {
            changed.add(Arrays.copyOf((Object[]) array, length, BigFraction[].class));
        }
        Object longer = copy(array, length + 1);
        Array.set(longer, length, another(array.getClass().getComponentType()));
        changed.add(longer);
        return changed;
    }

    private static boolean isNumberOrNull(Object entry) {
        return entry == null || entry instanceof BigFraction;
    }

    private static Object copy(Object array, int length) {
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, Math.min(length, Array.getLength(array)));
        return copy;
    }

    private static Object another(Class<?> type) {
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        return type == BigFraction.class || type == Object.class ? BigFraction.ONE : type == int.class ? (Object) 0
                : type == boolean.class ? (Object) false : type == Operation.class ? Operations.NEXT : SHIFTED;
    }

    /** The arrays and objects that can be reached from a list of arguments. */
    static Set<Object> reachedFrom(List<Object> arguments) {
        Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        arguments.forEach(argument -> reach(argument, reached));
        return reached;
    }

    private static void reach(Object object, Set<Object> reached) {
        reached.add(object);
        inside(object).forEach(part -> reach(part, reached));
    }

    /** The values in an argument, as lists of lists. */
    static Object values(Object object) {
        List<?> inside = inside(object);
        return inside.isEmpty() ? object != null && object.getClass().isArray() ? inside : object
                : inside.stream().map(Changes::values).toList();
    }

    private static List<?> inside(Object object) {
        return parts(object).map(Part::object).toList();
    }

    /** What an array or an object of the kernel holds, each with how it is written after the name of the whole. */
    static Stream<Part> parts(Object object) {
        if (KernelValue.is(object)) {
            return KernelValue.parts(object).entrySet().stream().map(part -> new Part("." + part.getKey(), part.getValue()));
        }
        Stream<?> entries = object instanceof int[] numbers ? Arrays.stream(numbers).boxed()
                : object instanceof boolean[] marks ? IntStream.range(0, marks.length).mapToObj(i -> marks[i])
                : object instanceof Object[] array ? Arrays.stream(array) : Stream.of();
        return entries.map(entry -> new Part("[]", entry));
    }
}
