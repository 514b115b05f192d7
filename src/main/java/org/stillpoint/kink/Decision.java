package org.stillpoint.kink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * Decides whether the loss is differentiable. It is just where its right derivative is linear in the direction, as the loss is
 * locally Lipschitz. Where the right derivative has the form of {@link Form}, that can be read from it; else all {@link Cells}
 * are looked through, and if these are too many, directions are tried.
 */
final class Decision {

    /** Of how many parameters at kinks pairs are tried, and how many directions besides. */
    private static final int PAIRED = 24;
    private static final int DRAWN = 64;
    private static final int BOUND = 9;

    private final OneSided loss;
    private final List<ParameterAtKinks> parameters;
    private final Random random = new Random(1);

    private Decision(OneSided loss, List<ParameterAtKinks> parameters) {
        this.loss = loss;
        this.parameters = parameters;
    }

    static Differentiability of(OneSided loss, List<ParameterAtKinks> parameters) {
        return new Decision(loss, parameters).decide();
    }

    private Differentiability decide() {
        Optional<Form> form = loss.form();
        if (form.filter(Form::isLinear).isPresent()) {
            return Differentiability.yes();
        }
        return first(parametersAndPairs()).or(() -> form.map(this::across)).map(Differentiability::no)
                .orElseGet(this::behindKinks);
    }

    /** Where each parameter has a derivative, but what they add up to need not be the derivative along every direction. */
    private Differentiability behindKinks() {
        Cells.Search search = Cells.against(loss, Form.Linear.sum(IntStream.range(0, parameters.size())
                .mapToObj(i -> times(Form.Linear.of(i), parameters.get(i).right())).toList()));
        if (search.complete()) {
            return search.found().map(found -> Differentiability.no(against(found).orElseThrow()))
                    .orElseGet(Differentiability::yes);
        }
        List<List<BigFraction>> drawn = drawn();
        return first(drawn).map(Differentiability::no).orElseGet(() -> Differentiability.open(drawn.size()));
    }

    private static Form.Linear times(Form.Linear function, BigFraction factor) {
        return factor.signum() == 0 ? Form.Linear.ZERO : function.times(factor);
    }

    private Optional<Direction> first(List<List<BigFraction>> directions) {
        return directions.stream().map(this::against).flatMap(Optional::stream).findFirst();
    }

    private Optional<Direction> against(List<BigFraction> entries) {
        BigFraction right = loss.along(entries);
        BigFraction left = loss.along(entries.stream().map(BigFraction::negate).toList()).negate();
        BigFraction added = IntStream.range(0, entries.size())
                .mapToObj(i -> entries.get(i).multiply(parameters.get(i).right())).reduce(BigFraction.ZERO, BigFraction::add);
        return left.equals(right) && right.equals(added) ? Optional.empty()
                : Optional.of(new Direction(entries, left, right, added));
    }

    /** The directions that are the easiest to read. */
    private List<List<BigFraction>> parametersAndPairs() {
        List<Integer> bent = IntStream.range(0, parameters.size()).filter(i -> parameters.get(i).atKink()).boxed().toList();
        List<List<BigFraction>> directions = new ArrayList<>();
        bent.forEach(i -> directions.add(loss.unit(i, BigFraction.ONE)));
        List<Integer> paired = bent.subList(0, Math.min(PAIRED, bent.size()));
        for (int i : paired) {
            paired.stream().filter(j -> j > i).forEach(j -> Stream.of(BigFraction.ONE, BigFraction.MINUS_ONE)
                    .forEach(sign -> directions.add(sum(loss.unit(i, BigFraction.ONE), sign, loss.unit(j, BigFraction.ONE)))));
        }
        return directions;
    }

    private List<List<BigFraction>> drawn() {
        return Stream.generate(this::anyDirection).limit(DRAWN).toList();
    }

    /**
     * Across one line of bends and no other: there, moving to either side adds up to more, or less, than moving to none, and so
     * the one-sided derivatives differ along one of the three.
     */
    private Direction across(Form form) {
        Form.Linear line = form.bends().keySet().iterator().next();
        List<BigFraction> normal = IntStream.range(0, parameters.size())
                .mapToObj(i -> line.factors().getOrDefault(i, BigFraction.ZERO)).toList();
        List<BigFraction> on = on(form, line, normal);
        for (BigFraction step = BigFraction.ONE;; step = step.multiply(BigFraction.ONE_HALF)) {
            Optional<Direction> found = first(List.of(on, sum(on, step, normal), sum(on, step.negate(), normal)));
            if (found.isPresent()) {
                return found.get();
            }
        }
    }

    private List<BigFraction> on(Form form, Form.Linear line, List<BigFraction> normal) {
        while (true) {
            List<BigFraction> drawn = anyDirection();
            List<BigFraction> on = sum(drawn, line.at(drawn).divide(line.at(normal)).negate(), normal);
            if (form.bends().keySet().stream().allMatch(other -> other.equals(line) || other.at(on).signum() != 0)) {
                return on;
            }
        }
    }

    private List<BigFraction> anyDirection() {
        return Stream.generate(() -> new BigFraction(random.nextInt(2 * BOUND + 1) - BOUND)).limit(parameters.size()).toList();
    }

    private static List<BigFraction> sum(List<BigFraction> a, BigFraction factor, List<BigFraction> b) {
        return IntStream.range(0, a.size()).mapToObj(i -> a.get(i).add(factor.multiply(b.get(i)))).toList();
    }
}
