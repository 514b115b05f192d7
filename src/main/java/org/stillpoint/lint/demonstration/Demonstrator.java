package org.stillpoint.lint.demonstration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.Role;
import org.stillpoint.graph.training.Slot;
import org.stillpoint.graph.training.Step;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.lint.fact.Condition;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Tensor;

/**
 * Trains a small model exactly: squared loss, on two samples with features and targets by chance, new ones in each step, with
 * rate 1/4 and momentum 1/2 from velocity zero, without weight decay.
 */
public final class Demonstrator {

    /** How many parameters a model may have. */
    public static final int MOST_PARAMETERS = 5000;

    private static final int STEPS = 3;
    private static final int MOST_BITS = 4000;
    private static final Set<Kind> FOR_EVER = EnumSet.of(Kind.STAYS_ZERO, Kind.NEVER_CHANGES, Kind.STAY_EQUAL);
    private static final Map<String, BigFraction> RATES = Map.of("rate", new BigFraction(1, 4), "momentum", BigFraction.ONE_HALF);

    private final WholeNetwork whole;
    private final Random random;

    private Demonstrator(WholeNetwork whole, long seed) {
        this.whole = whole;
        this.random = new Random(seed);
    }

    /**
     * Trains and looks at facts about weights.
     *
     * @param seed of the data
     * @throws DomainException if the model is too large, or has a layer that cannot be trained exactly
     * @throws IOException if the weights cannot be read
     */
    public static Demonstration of(Network network, List<Fact> facts, long seed) throws IOException {
        requireSmall(network);
        Demonstrator demonstrator = new Demonstrator(new WholeNetwork(network), seed);
        return demonstrator.shown(facts, demonstrator.trained());
    }

    private static void requireSmall(Network network) {
        Set<Weights> weights = new HashSet<>();
        network.layers().stream().map(Layer::weights).forEach(weights::addAll);
        long parameters = weights.stream().mapToLong(each -> each.dimensions().entries()).sum();
        if (parameters > MOST_PARAMETERS) {
            throw new DomainException(parameters + " parameters, expected at most " + MOST_PARAMETERS);
        }
    }

    private History trained() {
        TrainingProgram program = TrainingProgram.of(whole.graph(), Optimisers.momentum());
        List<Map<Weights, Tensor>> states = new ArrayList<>();
        for (int step = 0; step < STEPS && (step < 2 || bits(program) <= MOST_BITS); step++) {
            Step done = program.steps(1, program.feed(fed(program))).get(0);
            if (states.isEmpty()) {
                states.add(tensors(program));
            }
            program = after(done);
            states.add(tensors(program));
        }
        return new History(states);
    }

    private Map<String, Object> fed(TrainingProgram program) {
        Map<String, Object> fed = new HashMap<>(RATES);
        program.slots().stream().filter(slot -> slot.role() == Role.FED && slot.name().startsWith(WholeNetwork.FED))
                .forEach(slot -> fed.put(slot.name(), Tensor.at(slot.shape().orElseThrow(),
                        place -> new BigFraction(random.nextInt(9) - 4, 2))));
        return fed;
    }

    private static TrainingProgram after(Step step) {
        Map<String, Object> state = new HashMap<>();
        step.program().slots().stream().filter(slot -> slot.role().isState()).map(Slot::name)
                .forEach(name -> state.put(name, step.next(name)));
        return step.program().withStart(state);
    }

    private static int bits(TrainingProgram program) {
        return program.start().stream().flatMap(value -> Tensor.ofValue(value).entries().stream())
                .mapToInt(ExactNumber::bits).max().orElse(0);
    }

    private Map<Weights, Tensor> tensors(TrainingProgram program) {
        Map<Weights, Tensor> tensors = new IdentityHashMap<>();
        whole.parameters().forEach((weights, node) ->
                tensors.put(weights, Tensor.ofValue(program.start().get(program.slot(node.name())))));
        return tensors;
    }

    private Demonstration shown(List<Fact> facts, History history) {
        List<Fact> held = new ArrayList<>();
        List<Fact> failed = new ArrayList<>();
        List<Fact> moved = new ArrayList<>();
        List<Fact> still = new ArrayList<>();
        for (Fact fact : facts.stream().filter(this::isTrained).toList()) {
            if (FOR_EVER.contains(fact.kind()) && !fact.conditions().contains(Condition.STORED_STATISTICS)) {
                (history.holds(fact) ? held : failed).add(fact);
            } else if (fact.kind() == Kind.ZERO_BUT_MOVES) {
                (history.moved(fact.units()) ? moved : still).add(fact);
            }
        }
        long others = 0;
        long othersMoved = 0;
        for (Weights weights : whole.parameters().keySet()) {
            Tensor start = history.states().get(0).get(weights);
            Set<Integer> spoken = spokenOf(held, weights, start);
            others += start.shape().entries() - spoken.size();
            othersMoved += history.moved(weights, place -> !spoken.contains(place));
        }
        return new Demonstration(history.states().size() - 1, held, failed, moved, still, others, othersMoved);
    }

    private boolean isTrained(Fact fact) {
        return whole.parameters().containsKey(fact.units().tensor());
    }

    /** The places of a tensor that stay as they are. */
    private static Set<Integer> spokenOf(List<Fact> held, Weights weights, Tensor tensor) {
        Set<Integer> places = new HashSet<>();
        held.stream().filter(fact -> fact.kind() != Kind.STAY_EQUAL && fact.units().tensor() == weights)
                .forEach(fact -> IntStream.range(0, tensor.shape().entries())
                        .filter(place -> fact.units().indices().contains(tensor.shape().index(place)[fact.units().axis()]))
                        .forEach(places::add));
        return places;
    }
}
