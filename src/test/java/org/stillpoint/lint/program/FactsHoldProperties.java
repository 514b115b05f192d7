package org.stillpoint.lint.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.graph.training.GradientCheck;
import org.stillpoint.graph.training.Role;
import org.stillpoint.graph.training.Step;
import org.stillpoint.lint.fact.Condition;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.lint.fact.Units;
import org.stillpoint.lint.program.Examination.Verdict;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Tensor;

/** What is said of networks holds when they are trained exactly, without any partition, on data by chance. */
@StatisticsReport(onFailureOnly = true)
class FactsHoldProperties {

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    void everyFactHoldsInExactTrainingOfTheWholeModel(@ForAll long seed) throws IOException {
        RandomNetwork drawn = RandomNetwork.of(seed);
        Facts facts = Facts.of(drawn.network());
        Random random = new Random(seed);
        boolean decays = random.nextBoolean();
        BigFraction kappa = random.nextBoolean() ? BigFraction.ZERO : BigFraction.ONE_HALF;
        WholeModel model = new WholeModel(drawn.network(), drawn.tensors(), drawn.places(), kappa);
        List<Step> steps = model.trained(drawn.steps(), decays, random);

        assertThat(facts.notExamined()).isEmpty();
        for (Fact fact : facts.facts()) {
            if ((kappa.signum() == 0 || !fact.conditions().contains(Condition.KAPPA_ZERO)
                    && !fact.conditions().contains(Condition.BOUNDS_ZERO))
                    && (!decays || !fact.conditions().contains(Condition.NO_WEIGHT_DECAY))) {
                assertThat(holds(fact, drawn, model, steps)).as("%s of seed %s", fact, seed).isTrue();
            }
        }
        Set<Kind> kinds = facts.facts().stream().map(Fact::kind).collect(Collectors.toSet());
        for (Kind kind : Kind.values()) {
            Coverage.require(kind.name(), kinds.contains(kind));
        }
        Coverage.require("nothing is stuck", !kinds.contains(Kind.STAYS_ZERO) && !kinds.contains(Kind.NEVER_CHANGES));
    }

    /** A finer cut is the same training with more to see. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void aFinerCutLosesNothing(@ForAll long seed) throws IOException {
        RandomNetwork drawn = RandomNetwork.of(seed);
        Understood network = Understood.of(drawn.network(), drawn.surveys());
        Map<Integer, List<int[]>> single = new HashMap<>();
        Traits.of(network, drawn.surveys()).forEach((id, traits) -> single.put(id,
                IntStream.range(0, traits.size()).mapToObj(channel -> new int[] {channel}).toList()));
        Set<List<Object>> finest = still(network, drawn.surveys(), new Partition(single));

        assertThat(finest).containsAll(still(network, drawn.surveys(), new Partition(Map.of())));
        for (Partition partition : partitions(network, drawn)) {
            assertThat(finest).containsAll(still(network, drawn.surveys(), partition));
        }
        Coverage.require("something is found", !finest.isEmpty());
    }

    private static List<Partition> partitions(Understood network, RandomNetwork drawn) throws IOException {
        return new Plan(network, Traits.of(network, drawn.surveys()), Plan.Bounds.USUAL).zeros().partitions();
    }

    /** The entries that do not move with one cut, each with what that supposes. */
    private static Set<List<Object>> still(Understood network, Map<Weights, Survey> surveys, Partition partition)
            throws IOException {
        Places places = new Places(network);
        Examination examination = Examination.of(network, partition);
        Set<List<Object>> still = new HashSet<>();
        for (Verdict verdict : examination.verdicts()) {
            Found found = new Found();
            new WeightFacts(network, places, found, new Claims(network, places, surveys))
                    .add(new Examination(partition, examination.blocks(), List.of(verdict), List.of()));
            for (Fact fact : found.facts(places)) {
                Dimensions dimensions = fact.units().tensor().dimensions();
                long stride = dimensions.stride(fact.units().axis());
                LongStream.range(0, dimensions.entries()).filter(place -> fact.units().indices()
                        .contains((int) (place / stride % dimensions.size(fact.units().axis()))))
                        .forEach(place -> still.add(List.of(fact.units().tensor().name(), place, verdict.conditions())));
            }
        }
        return still;
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyProgramIsTheGradientOfItsForwardPart(@ForAll long seed) throws IOException {
        RandomNetwork drawn = RandomNetwork.of(seed);
        Understood network = Understood.of(drawn.network(), drawn.surveys());
        for (Partition partition : partitions(network, drawn)) {
            Examination examination = Examination.of(network, partition);
            assertThat(Stream.concat(examination.verdicts().stream(), examination.nows().stream()))
                    .allMatch(verdict -> GradientCheck.fault(verdict.program()).isEmpty());
        }
    }

    private static boolean holds(Fact fact, RandomNetwork drawn, WholeModel model, List<Step> steps) throws IOException {
        Units units = fact.units();
        Places places = new Places(Understood.of(drawn.network(), drawn.surveys()));
        String tensor = model.nameOf(units.tensor());
        Layer layer = drawn.network().layers().stream().filter(each -> each.name().equals(units.layer())).findFirst()
                .orElseThrow();
        Value made = layer.outputs().get(0);
        Value end = new Constants(places).end(made);
        return switch (fact.kind()) {
            case STAYS_ZERO -> steps.stream().allMatch(step -> isZero(step.value(tensor), units.axis(), units.indices())
                    && isZero(step.next(tensor), units.axis(), units.indices()));
            case NEVER_CHANGES -> units.indices().stream().allMatch(index -> steps.stream()
                    .allMatch(step -> slice(step.next(tensor), units.axis(), index)
                            .equals(slice(steps.get(0).value(tensor), units.axis(), index))));
            case STAY_EQUAL -> steps.stream().allMatch(step -> areEqual(step.next(tensor), units.axis(), units.indices())
                    && areEqual(step.value(model.nameOf(made)), 1, units.indices()));
            case EQUAL_NOW -> areEqual(steps.get(0).value(tensor), units.axis(), units.indices())
                    && (!units.incoming() || areEqual(steps.get(0).value(model.nameOf(end)), 1, units.indices()));
            case CONSTANT_NOW -> isZero(steps.get(0).value(model.nameOf(made)), 1, units.indices())
                    && (fact.value().isEmpty() || !fact.conditions().isEmpty()
                    || units.indices().stream().allMatch(index -> slice(steps.get(0).value(model.nameOf(end)), 1, index).stream()
                            .allMatch(number -> number.toString().replace(" ", "").equals(fact.value().get()))));
            case ALWAYS_ZERO -> steps.stream().allMatch(step -> isZero(step.value(model.nameOf(end)), 1, units.indices()));
            case UNREAD_NOW -> !units.incoming() || drawn.isShared(units.tensor()) || isUnread(drawn, model, units, steps.get(0));
            case ZERO_BUT_MOVES -> isZero(steps.get(0).value(tensor), units.axis(), units.indices());
        };
    }

    private static List<BigFraction> slice(Object value, int axis, int index) {
        return WholeModel.slice(Tensor.ofValue(value), axis, index);
    }

    private static boolean isZero(Object value, int axis, List<Integer> indices) {
        return indices.stream().allMatch(index -> slice(value, axis, index).stream().allMatch(entry -> entry.signum() == 0));
    }

    private static boolean areEqual(Object value, int axis, List<Integer> indices) {
        return indices.stream().map(index -> slice(value, axis, index)).distinct().count() == 1;
    }

    /** With other incoming weights of these units the first run has the same outputs. */
    private static boolean isUnread(RandomNetwork drawn, WholeModel model, Units units, Step first) {
        String name = model.nameOf(units.tensor());
        Tensor before = Tensor.ofValue(first.value(name));
        Tensor other = Tensor.byIndex(before.shape(), at -> units.indices().contains(at[units.axis()])
                ? before.get(at).add(BigFraction.ONE) : before.get(at));
        Map<String, Object> fed = first.program().slots().stream().filter(slot ->
                        slot.role() == Role.FED)
                .collect(Collectors.toMap(slot -> slot.name(), slot -> first.value(slot.name())));
        Step again = first.program().withStart(Map.of(name, other.value())).steps(1, first.program().feed(fed)).get(0);
        return drawn.network().outputs().stream()
                .allMatch(output -> again.value(model.nameOf(output)).equals(first.value(model.nameOf(output))));
    }
}
