package org.stillpoint.contract;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the fields and entries of all objects hold, one state of the memory. Objects are those of Java, by identity; what stands
 * in this heap says nothing of what a Java array holds by itself. A place of which nothing is said holds null, 0 or false, as its
 * type has it.
 */
public record Heap(Map<Place, Object> held) {

    /** A field of an object: the name of a field as KeY writes it, or the index of an entry. */
    public record Field(Object name) {

        /** Whether an object has been created. */
        public static final Field CREATED = new Field("java.lang.Object::<created>");

        /** That of a class, by the name that Java has for it. */
        public static Field of(Class<?> type, String name) {
            return new Field(type.getName() + "::$" + name);
        }

        public static Field arr(BigInteger index) {
            return new Field(index);
        }

        public static Field arr(int index) {
            return arr(BigInteger.valueOf(index));
        }
    }

    /** An object of Java, or null; equal only to itself. */
    public record Reference(Object target) {

        public static final Reference NULL = new Reference(null);

        @Override
        public boolean equals(Object other) {
            return other instanceof Reference reference && reference.target == target;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(target);
        }
    }

    public record Place(Reference object, Field field) {
    }

    /** A set of places. */
    public sealed interface Places {

        boolean contains(Place place);
    }

    public record NoPlaces() implements Places {

        @Override
        public boolean contains(Place place) {
            return false;
        }
    }

    public record FieldsOf(Reference object) implements Places {

        @Override
        public boolean contains(Place place) {
            return place.object().equals(object);
        }
    }

    /** The entries of an array from one index to another. */
    public record Entries(Reference array, BigInteger first, BigInteger last) implements Places {

        @Override
        public boolean contains(Place place) {
            return place.object().equals(array) && place.field().name() instanceof BigInteger index
                    && first.compareTo(index) <= 0 && index.compareTo(last) <= 0;
        }
    }

    public Heap {
        held = Map.copyOf(held);
    }

    /** What a place holds; null if nothing is said of it. */
    public Object get(Reference object, Field field) {
        return held.get(new Place(object, field));
    }

    /** What an entry of an array holds; null also of what is no reference. */
    public Object entry(Object array, int index) {
        return object(array, Field.arr(index));
    }

    /** The object that a field holds. */
    public Object object(Object of, Field field) {
        return get(new Reference(of), field) instanceof Reference reference ? reference.target() : null;
    }

    public boolean isCreated(Object object) {
        return Boolean.TRUE.equals(get(new Reference(object), Field.CREATED));
    }

    /** With another value at a place; whether an object is created cannot be written. */
    public Heap store(Reference object, Field field, Object value) {
        return field.equals(Field.CREATED) ? this : with(object, field, value);
    }

    public Heap create(Reference object) {
        return object.target() == null ? this : with(object, Field.CREATED, true);
    }

    private Heap with(Reference object, Field field, Object value) {
        Map<Place, Object> changed = new HashMap<>(held);
        put(changed, new Place(object, field), value);
        return new Heap(changed);
    }

    /** With what another heap holds at some places and in the objects that are not created here. */
    public Heap anon(Places places, Heap other) {
        Set<Place> all = new HashSet<>(held.keySet());
        all.addAll(other.held.keySet());
        Map<Place, Object> changed = new HashMap<>();
        for (Place place : all) {
            boolean fresh = place.object().target() != null && !isCreated(place.object().target());
            boolean changes = places.contains(place) && !place.field().equals(Field.CREATED) || fresh;
            put(changed, place, (changes ? other : this).held.get(place));
        }
        return new Heap(changed);
    }

    /** With one value at entries of an array. */
    public Heap memset(Entries entries, Object value) {
        Map<Place, Object> changed = new HashMap<>(held);
        for (BigInteger i = entries.first(); i.compareTo(entries.last()) <= 0; i = i.add(BigInteger.ONE)) {
            put(changed, new Place(entries.array(), Field.arr(i)), value);
        }
        return new Heap(changed);
    }

    /** Whether every object that something holds has been created. */
    public boolean isWellFormed() {
        return held.values().stream().allMatch(value -> !(value instanceof Reference object) || isCreated(object.target()));
    }

    /** What stands for nothing is not held, so that equal heaps are equal. */
    private static void put(Map<Place, Object> held, Place place, Object value) {
        if (value == null || value.equals(Reference.NULL) || value.equals(false) || value.equals(BigInteger.ZERO)) {
            held.remove(place);
        } else {
            held.put(place, value);
        }
    }
}
