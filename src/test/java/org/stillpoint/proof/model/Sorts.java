package org.stillpoint.proof.model;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Activations;
import org.stillpoint.contract.Code;
import org.stillpoint.contract.Contents;
import org.stillpoint.contract.Heap;
import org.stillpoint.contract.Heap.Field;
import org.stillpoint.contract.Heap.Reference;
import org.stillpoint.contract.Indices;
import org.stillpoint.contract.Marks;
import org.stillpoint.contract.Mat;
import org.stillpoint.contract.Perm;
import org.stillpoint.contract.Programs;
import org.stillpoint.contract.Stack;
import org.stillpoint.contract.TrainingState;
import org.stillpoint.contract.Vec;
import org.stillpoint.contract.Views;

/** The sorts of KeY that variables of rules have: any value of each, and a value with one thing in it changed. */
final class Sorts {

    private static final int LONGEST = 3;

    private Sorts() {
    }

    static String of(Object value) {
        return value instanceof BigInteger ? "int" : value instanceof BigFraction ? "Q" : value instanceof Boolean ? "Formula"
                : value instanceof Reference ? "java.lang.Object" : value.getClass().getSimpleName();
    }

    static Object any(String sort, Draw draw) {
        return switch (sort) {
            case "int" -> BigInteger.valueOf(draw.between(-2, 4));
            case "Q" -> draw.number();
            case "Vec" -> draw.vector(draw.between(0, LONGEST));
            case "Mat" -> matrix(draw);
            case "Stack" -> Stack.of(draw.between(0, LONGEST), i -> matrix(draw));
            case "TrainingState" -> Views.trainingState((Stack) any("Stack", draw), matrix(draw), (Stack) any("Stack", draw),
                    matrix(draw));
            case "Activations" -> functions(draw);
            case "Perm" -> Perm.of(IntStream.range(0, draw.between(0, LONGEST)).map(i -> draw.between(-1, 2)).toArray());
            case "java.lang.Object" -> object(draw);
            case "org.hipparchus.fraction.BigFraction" -> new Reference(draw.oneIn(4) ? null : Placed.number(draw.number()));
            case "any" -> draw.<Object>either(() -> object(draw), () -> BigInteger.valueOf(draw.between(-1, 2)),
                    () -> draw.oneIn(2));
            case "Formula", "boolean" -> draw.oneIn(2);
            case "Content" -> draw.of(Programs.CONTENTS);
            case "Contents" -> new Contents(IntStream.range(0, draw.between(0, LONGEST)).mapToObj(i -> draw.of(Programs.CONTENTS))
                    .toList());
            case "Indices" -> new Indices(held(draw, () -> draw.between(-1, LONGEST)));
            case "Marks" -> new Marks(held(draw, () -> 1).keySet());
            case "Code" -> code(draw);
            case "Heap" -> new Heap(Map.of());
            case "Field" -> Field.arr(draw.between(-1, LONGEST));
            default -> throw new IllegalStateException("no values of the sort " + sort);
        };
    }

    private static <T> Map<Integer, T> held(Draw draw, Supplier<T> value) {
        Map<Integer, T> held = new HashMap<>();
        IntStream.rangeClosed(-1, LONGEST).filter(i -> draw.oneIn(2)).forEach(i -> held.put(i, value.get()));
        return held;
    }

    private static Code code(Draw draw) {
        return new Code(draw.between(-1, LONGEST), draw.between(0, LONGEST), held(draw, () -> draw.of(Operations.ALL)),
                (Indices) any("Indices", draw), (Indices) any("Indices", draw), (Indices) any("Indices", draw));
    }

    private static Mat matrix(Draw draw) {
        int columns = draw.between(0, LONGEST);
        return draw.oneIn(3) ? Mat.of(draw.between(0, LONGEST), i -> draw.vector(draw.between(0, LONGEST)))
                : draw.matrix(draw.between(0, LONGEST), columns);
    }

    private static Activations functions(Draw draw) {
        Map<Integer, Object> held = new HashMap<>();
        int count = draw.between(0, LONGEST);
        IntStream.range(draw.oneIn(4) ? -1 : 0, draw.oneIn(4) ? count + 1 : count).forEach(i -> held.put(i, draw.activation()));
        return new Activations(count, held);
    }

    private static Reference object(Draw draw) {
        return draw.either(() -> Reference.NULL, () -> new Reference(draw.activation()),
                () -> new Reference(draw.lossDerivative()), () -> new Reference(new BigFraction[draw.between(0, LONGEST)]),
                () -> new Reference(draw.of(Operations.ALL)), () -> new Reference(Operations.NUMBERED),
                () -> new Reference(Placed.number(draw.number())));
    }

    /** Another value that differs in one place or in length. */
    static Object changed(Object value, Draw draw) {
        if (value instanceof Vec v) {
            return Vec.of(length(v.entries(), draw), in(v.entries(), i -> draw.number(), draw));
        }
        if (value instanceof Mat m) {
            return Mat.of(length(m.entries(), draw),
                    in(m.entries(), i -> (Vec) changed(entry(m.entries(), i, Views.emptyVec()), draw), draw));
        }
        if (value instanceof Stack s) {
            return Stack.of(length(s.entries(), draw),
                    in(s.entries(), i -> (Mat) changed(entry(s.entries(), i, Views.emptyMat()), draw), draw));
        }
        if (value instanceof TrainingState t) {
            int part = draw.between(0, 3);
            return Views.trainingState(part == 0 ? (Stack) changed(t.w(), draw) : t.w(), part == 1 ? (Mat) changed(t.b(), draw)
                    : t.b(),
                    part == 2 ? (Stack) changed(t.vw(), draw) : t.vw(), part == 3 ? (Mat) changed(t.vb(), draw) : t.vb());
        }
        if (value instanceof Contents u) {
            return new Contents(IntStream.range(0, length(u.entries(), draw))
                    .mapToObj(in(u.entries(), i -> draw.of(Programs.CONTENTS), draw)).toList());
        }
        if (value instanceof Code t) {
            return changedCode(t, draw);
        }
        if (value instanceof Indices x) {
            Map<Integer, Integer> held = new HashMap<>(x.held());
            held.merge(draw.between(-1, held.size() + 1), draw.oneIn(2) ? 1 : -1, Integer::sum);
            return new Indices(held);
        }
        if (value instanceof Marks z) {
            Set<Integer> marked = new HashSet<>(z.marked());
            int place = draw.between(-1, marked.stream().mapToInt(i -> i).max().orElse(0) + 1);
            if (!marked.remove(place)) {
                marked.add(place);
            }
            return new Marks(marked);
        }
        return value instanceof BigInteger n ? n.add(BigInteger.valueOf(draw.oneIn(2) ? 1 : -1)) : any(of(value), draw);
    }

    private static Code changedCode(Code t, Draw draw) {
        int part = draw.between(0, 5);
        Map<Integer, Object> operations = new HashMap<>(t.operations());
        if (part == 2) {
            operations.put(draw.between(-1, t.slots()), draw.of(Operations.ALL));
        }
        return new Code(t.given() + (part == 0 ? draw.oneIn(2) ? 1 : -1 : 0), Math.max(0, t.slots() + (part == 1 ? draw.oneIn(2)
                ? 1 : -1 : 0)), operations, part == 3 ? (Indices) changed(t.first(), draw) : t.first(),
                part == 4 ? (Indices) changed(t.second(), draw) : t.second(),
                part == 5 ? (Indices) changed(t.third(), draw) : t.third());
    }

    private static int length(List<?> entries, Draw draw) {
        return draw.oneIn(4) ? Math.max(0, entries.size() + (draw.oneIn(2) ? 1 : -1)) : entries.size();
    }

    private static <T> T entry(List<T> entries, int i, T outside) {
        return i < entries.size() ? entries.get(i) : outside;
    }

    /** The entries, with another at one place. */
    private static <T> IntFunction<T> in(List<T> entries, IntFunction<T> other, Draw draw) {
        int place = entries.isEmpty() ? 0 : draw.between(0, entries.size() - 1);
        return i -> i == place || i >= entries.size() ? other.apply(i) : entries.get(i);
    }
}
