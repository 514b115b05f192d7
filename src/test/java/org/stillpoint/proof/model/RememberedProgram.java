package org.stillpoint.proof.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Content;
import org.stillpoint.contract.Heap;
import org.stillpoint.contract.Heap.Field;
import org.stillpoint.contract.Heap.NoPlaces;
import org.stillpoint.contract.Heap.Place;
import org.stillpoint.contract.Heap.Reference;
import org.stillpoint.contract.Snapshot;
import org.stillpoint.kernel.graph.Program;

/** Memory that holds a program, its certificate and a state, some of it with null in it or not created; and other memory. */
final class RememberedProgram {

    private final Draw draw;
    private final Certified certified;
    private final Program program;
    private final Object[] state;

    private RememberedProgram(Draw draw) {
        this.draw = draw;
        certified = new Certified(draw);
        program = new Program(certified.given, certified.operations, certified.operands(0), certified.operands(1),
                certified.operands(2));
        state = certified.after(draw.between(0, 2)).entries().stream().map(RememberedProgram::object).toArray();
    }

    /** In an object of its own. */
    private static Object object(Content value) {
        return value.value() instanceof BigFraction number ? Placed.number(number) : value.value();
    }

    static World world(Draw draw) {
        return new RememberedProgram(draw).world();
    }

    private World world() {
        World world = certified.world(draw);
        Object[] absent = new Object[draw.between(0, 2)];
        List<Object> objects = List.of(program, program.operations, program.a, program.b, program.c, state, certified.start,
                certified.next, certified.of, certified.zero, certified.known, certified.fixed);
        Heap heap = altered(Snapshot.of(objects.toArray()), objects);
        Heap later = draw.oneIn(2) ? heap : altered(Snapshot.of(absent, state), List.of(absent, state));
        world.name(heap, "h");
        world.name(later, "h2");
        world.name(heap.anon(new NoPlaces(), later), "EQ");
        objects.forEach(object -> world.offer(new Reference(object)));
        world.name(new Reference(draw.of(List.of(state, state, program, program, draw.of(objects), absent))), "a");
        world.only(new Reference(draw.oneIn(2) ? certified.of : certified.next), "e");
        world.only(new Reference(draw.oneIn(2) ? state : draw.of(objects)), "o");
        world.only(certified.start(), "w");
        world.only(certified.states(), "m");
        world.name(draw.oneIn(2) ? certified.slots() : certified.states(), "n");
        world.offer(Field.arr(0), Field.arr(1), Field.CREATED, Field.of(Program.class, "operations"));
        world.name(draw.between(-1, 1), "lo");
        world.name(draw.between(0, 2), "hi");
        world.name(Sorts.any("any", draw), "x");
        return world;
    }

    /** With an entry that is missing or wrong, something that is not created, or nothing of the kind. */
    private Heap altered(Heap heap, List<?> objects) {
        Map<Place, Object> held = new HashMap<>(heap.held());
        Reference object = new Reference(draw.oneIn(3) ? state : draw.of(objects));
        switch (draw.between(0, 5)) {
            case 0 -> held.remove(new Place(object, Field.arr(draw.between(0, 2))));
            case 1 -> held.remove(new Place(object, Field.CREATED));
            case 2 -> held.put(new Place(object, Field.arr(draw.between(-1, 4))), Sorts.any("any", draw));
            case 3 -> held.remove(new Place(new Reference(program),
                    Field.of(Program.class, draw.of(Arrays.asList("given", "operations", "a", "b", "c")))));
            default -> { }
        }
        held.values().removeIf(Reference.NULL::equals);
        held.values().removeIf(value -> value.equals(false));
        return new Heap(held);
    }
}
