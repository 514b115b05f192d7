package org.stillpoint.proof.model;

import static java.util.Map.entry;

import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.op.SortDependingFunction;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stillpoint.contract.Heap;
import org.stillpoint.contract.Heap.Entries;
import org.stillpoint.contract.Heap.Field;
import org.stillpoint.contract.Heap.FieldsOf;
import org.stillpoint.contract.Heap.NoPlaces;
import org.stillpoint.contract.Heap.Places;
import org.stillpoint.contract.Heap.Reference;

/** What KeY's own symbols mean: integers, fields, sets of places, and what becomes of a heap. */
final class Primitives {

    private static final Map<String, Function<List<Object>, Object>> MEANINGS = Map.ofEntries(
            entry("add", a -> integer(a, 0).add(integer(a, 1))),
            entry("sub", a -> integer(a, 0).subtract(integer(a, 1))),
            entry("mul", a -> integer(a, 0).multiply(integer(a, 1))),
            entry("neg", a -> integer(a, 0).negate()),
            entry("lt", a -> integer(a, 0).compareTo(integer(a, 1)) < 0),
            entry("leq", a -> integer(a, 0).compareTo(integer(a, 1)) <= 0),
            entry("gt", a -> integer(a, 0).compareTo(integer(a, 1)) > 0),
            entry("geq", a -> integer(a, 0).compareTo(integer(a, 1)) >= 0),
            entry("TRUE", a -> true),
            entry("FALSE", a -> false),
            entry("null", a -> Reference.NULL),
            entry("arr", a -> Field.arr(integer(a, 0))),
            entry("empty", a -> new NoPlaces()),
            entry("allFields", a -> new FieldsOf((Reference) a.get(0))),
            entry("arrayRange", a -> new Entries((Reference) a.get(0), integer(a, 1), integer(a, 2))),
            entry("store", a -> heap(a, 0).store((Reference) a.get(1), (Field) a.get(2), a.get(3))),
            entry("create", a -> heap(a, 0).create((Reference) a.get(1))),
            entry("anon", a -> heap(a, 0).anon((Places) a.get(1), heap(a, 2))),
            entry("memset", a -> heap(a, 0).memset((Entries) a.get(1), a.get(2))),
            entry("wellFormed", a -> heap(a, 0).isWellFormed()));

    private Primitives() {
    }

    static boolean has(String name) {
        return MEANINGS.containsKey(name) || name.contains("::$") || name.equals(Field.CREATED.name());
    }

    static Object value(String name, List<Object> arguments) {
        return MEANINGS.containsKey(name) ? MEANINGS.get(name).apply(arguments) : new Field(name);
    }

    /** A function that there is for every sort. What is read and not of the sort is the sort's default: 0, false or null. */
    static Object ofSort(SortDependingFunction function, List<Object> arguments, Class<?> element) {
        String sort = function.getSortDependingOn().name().toString();
        String kind = function.getKind().toString();
        return switch (kind) {
            case "select" -> cast(heap(arguments, 0).get((Reference) arguments.get(1), (Field) arguments.get(2)), sort, element);
            case "cast" -> cast(arguments.get(0), sort, element);
            case "exactInstance" -> arguments.get(0) instanceof Reference object && object.target() != null
                    && object.target().getClass() == type(sort, element);
            case "instance" -> arguments.get(0) instanceof Reference object
                    && (object.target() == null || type(sort, element).isInstance(object.target()));
            default -> throw new IllegalStateException("the symbol " + function.name() + " has no meaning in the model");
        };
    }

    private static Object cast(Object value, String sort, Class<?> element) {
        return switch (sort) {
            case "int" -> value instanceof BigInteger ? value : BigInteger.ZERO;
            case "boolean" -> value instanceof Boolean ? value : false;
            default -> value instanceof Reference object && type(sort, element).isInstance(object.target()) ? value
                    : Reference.NULL;
        };
    }

    /** The class of Java that a sort stands for. */
    private static Class<?> type(String sort, Class<?> element) {
        if (sort.endsWith("[]")) {
            return Array.newInstance(type(sort.substring(0, sort.length() - 2), element), 0).getClass();
        }
        try {
            return sort.equals("int") ? int.class : sort.contains(".") ? Class.forName(sort) : element;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no class for the sort " + sort, e);
        }
    }

    /** The number that digits stand for, the last one outside. */
    static BigInteger numeral(Term digits) {
        String digit = digits.op().name().toString();
        return switch (digit) {
            case "#" -> BigInteger.ZERO;
            case "neglit" -> numeral(digits.sub(0)).negate();
            default -> numeral(digits.sub(0)).multiply(BigInteger.TEN).add(new BigInteger(digit));
        };
    }

    private static BigInteger integer(List<Object> arguments, int i) {
        return (BigInteger) arguments.get(i);
    }

    private static Heap heap(List<Object> arguments, int i) {
        return (Heap) arguments.get(i);
    }
}
