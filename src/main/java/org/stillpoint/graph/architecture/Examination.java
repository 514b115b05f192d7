package org.stillpoint.graph.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.graph.certificate.Findings;
import org.stillpoint.graph.training.Role;
import org.stillpoint.graph.training.Step;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.tensor.Tensor;

/**
 * What the proved checker accepted of an architecture, which holds for ever and whatever is fed, and an exact run.
 *
 * @param architecture the one that was looked at
 * @param zero the parameters that stay zero, by name
 * @param unchanged those that never change, the zero ones among them
 * @param equal the classes of two or more parameters that stay equal and are not zero
 * @param moved of each parameter that moved in the run, the step in which it did first, from 1
 * @param confirmed whether all of that held in each step of the run, and whatever moved is nothing that never changes
 * @param slots how many the program has
 */
public record Examination(Architecture architecture, List<String> zero, List<String> unchanged, List<List<String>> equal,
                          Map<String, Integer> moved, boolean confirmed, int slots) {

    /**
     * Finds a certificate, has it checked, and runs some steps.
     *
     * @throws IllegalArgumentException if an operation does not take the values of the run
     */
    public static Examination of(Architecture architecture, int steps) {
        TrainingProgram program = architecture.program();
        Findings findings = architecture.question().forEver();
        List<Integer> zero = parameters(program, findings.zeroState());
        List<Integer> unchanged = parameters(program, findings.unchangedState());
        List<List<Integer>> equal = findings.equalState().stream().map(members -> parameters(program, members))
                .filter(members -> members.size() > 1 && !zero.contains(members.get(0))).toList();
        List<List<Object>> states = states(program, architecture, steps);
        boolean confirmed = architecture.question().fits(architecture.feed(), steps)
                && states.stream().allMatch(state -> holds(program, state, zero, unchanged, equal));
        return new Examination(architecture, names(program, zero), names(program, unchanged),
                equal.stream().map(members -> names(program, members)).toList(), moved(program, states), confirmed,
                program.size());
    }

    private static List<Integer> parameters(TrainingProgram program, List<Integer> state) {
        return state.stream().filter(slot -> program.slots().get(slot).role() == Role.PARAMETER).toList();
    }

    private static List<String> names(TrainingProgram program, List<Integer> slots) {
        return slots.stream().map(program::name).toList();
    }

    /** After each step. */
    private static List<List<Object>> states(TrainingProgram program, Architecture architecture, int steps) {
        List<List<Object>> states = new ArrayList<>();
        for (Step step : program.steps(steps, architecture.feed())) {
            states.add(Arrays.stream(program.next()).mapToObj(step.values()::get).toList());
        }
        return states;
    }

    private static boolean holds(TrainingProgram program, List<Object> state, List<Integer> zero, List<Integer> unchanged,
                                 List<List<Integer>> equal) {
        return zero.stream().allMatch(slot -> Tensor.ofValue(state.get(slot)).isZero())
                && unchanged.stream().allMatch(slot -> state.get(slot).equals(program.start().get(slot)))
                && equal.stream().allMatch(members -> members.stream().map(state::get).distinct().count() == 1);
    }

    private static Map<String, Integer> moved(TrainingProgram program, List<List<Object>> states) {
        Map<String, Integer> moved = new LinkedHashMap<>();
        for (int slot : program.slots(Role.PARAMETER)) {
            for (int step = 0; step < states.size() && !moved.containsKey(program.name(slot)); step++) {
                if (!states.get(step).get(slot).equals(program.start().get(slot))) {
                    moved.put(program.name(slot), step + 1);
                }
            }
        }
        return moved;
    }

    /** The step in which a parameter moved first; empty if it did not in this run. */
    public Optional<Integer> firstMove(String parameter) {
        return Optional.ofNullable(moved.get(parameter));
    }

    /** Whether two parameters were found to stay equal. */
    public boolean areEqual(String parameter, String other) {
        return zero.containsAll(List.of(parameter, other))
                || equal.stream().anyMatch(members -> members.containsAll(List.of(parameter, other)));
    }

    /** What never happens, in a few words; empty if nothing was found. */
    public Optional<String> never() {
        List<String> still = unchanged.stream().filter(name -> !zero.contains(name)).toList();
        String text = Stream.of(said(zero, "zero"), said(still, "unchanged"),
                        equal.stream().map(members -> String.join(" = ", members)).collect(Collectors.joining(", ")))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String said(List<String> names, String what) {
        return names.isEmpty() ? "" : String.join(", ", names) + " " + what;
    }
}
