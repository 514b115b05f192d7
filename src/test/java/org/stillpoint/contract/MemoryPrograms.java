package org.stillpoint.contract;

import static org.stillpoint.contract.Kept.once;
import static org.stillpoint.contract.Memory.length;
import static org.stillpoint.contract.Programs.content;
import static org.stillpoint.contract.Programs.givenSlots;
import static org.stillpoint.contract.Programs.inOrder;
import static org.stillpoint.contract.Programs.inRange;
import static org.stillpoint.contract.Programs.slots;
import static org.stillpoint.contract.Views.forAll;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.contract.Heap.Field;
import org.stillpoint.contract.Heap.Reference;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;

/** The words that speak of programs in memory: lists of values, programs, indices and marks in the arrays of a heap. */
public final class MemoryPrograms {

    private static final Field GIVEN = Field.of(Program.class, "given");

    private MemoryPrograms() {
    }

    public static Contents contents(Heap h, Object a) {
        return Contents.of(length(a), i -> content(h.entry(a, i)));
    }

    public static Contents contentsOf(Heap h, Object a) {
        return contents(h, a);
    }

    public static boolean isFilled(Heap h, Object a) {
        return a != null && h.isCreated(a) && forAll(length(a), i -> h.entry(a, i) != null);
    }

    public static boolean isFilledNow(Heap h, Object a) {
        return isFilled(h, a);
    }

    public static boolean wasFilled(Heap h, Object a) {
        return isFilled(h, a);
    }

    public static boolean isContents(Heap h, Object a, Contents u) {
        return isFilled(h, a) && contents(h, a).equals(u);
    }

    private static void forEntries(Heap h, Object array, BiConsumer<Integer, Object> entry) {
        h.held().forEach((place, value) -> {
            if (place.object().target() == array && place.field().name() instanceof BigInteger index) {
                entry.accept(index.intValueExact(), value);
            }
        });
    }

    public static Indices indices(Heap h, Object a) {
        Map<Integer, Integer> held = new HashMap<>();
        forEntries(h, a, (i, value) -> held.put(i, value instanceof BigInteger index ? index.intValueExact() : 0));
        return once(new Indices(held));
    }

    public static Marks marks(Heap h, Object a) {
        Map<Integer, Object> held = new HashMap<>();
        forEntries(h, a, held::put);
        Set<Integer> marked = held.keySet().stream().filter(i -> held.get(i).equals(true)).collect(Collectors.toSet());
        return once(new Marks(marked));
    }

    private static Object part(Heap h, Object program, String name, Class<?> type) {
        Object held = h.object(program, Field.of(Program.class, name));
        return type.isInstance(held) ? held : null;
    }

    private static Object operations(Heap h, Object program) {
        return part(h, program, "operations", Operation[].class);
    }

    private static Indices operands(Heap h, Object program, String name) {
        return indices(h, part(h, program, name, int[].class));
    }

    public static Code codeOf(Heap h, Object program) {
        Map<Integer, Object> held = new HashMap<>();
        forEntries(h, operations(h, program), (s, value) -> held.put(s, value instanceof Reference operation ? operation.target()
                : null));
        return once(new Code(h.get(new Reference(program), GIVEN) instanceof BigInteger given ? given.intValueExact() : 0,
                length(operations(h, program)), held, operands(h, program, "a"), operands(h, program, "b"),
                operands(h, program, "c")));
    }

    public static boolean isProgram(Heap h, Object program) {
        if (program == null || !h.isCreated(program)) {
            return false;
        }
        Object operations = operations(h, program);
        Code code = codeOf(h, program);
        return Stream.concat(Stream.of(operations), Stream.of("a", "b", "c").map(name -> part(h, program, name, int[].class)))
                .allMatch(array -> array != null && h.isCreated(array) && length(array) == length(operations))
                && 0 <= givenSlots(code) && givenSlots(code) <= slots(code)
                && IntStream.range(givenSlots(code), slots(code)).allMatch(s -> h.entry(operations, s) != null);
    }

    public static boolean isTraining(Heap h, Object program, Object next) {
        return isProgram(h, program) && next != null && h.isCreated(next) && inOrder(codeOf(h, program))
                && length(next) <= givenSlots(codeOf(h, program))
                && inRange(indices(h, next), length(next), slots(codeOf(h, program)));
    }
}
