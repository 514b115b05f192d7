package org.stillpoint.graph.training;

import static org.stillpoint.properties.Reached.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.model.Source;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.OperationName;
import org.stillpoint.graph.operation.Pull;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;
import org.stillpoint.tensor.Tensor;

/** The errors of a training program are the derivatives of the loss of its graph. */
@StatisticsReport(onFailureOnly = true)
class ReverseModeProperties {

    private static final int GRAPHS = 200;

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void errorsAreDerivativesAlongEveryDirection(@ForAll("seeds") long seed) {
        RandomGraph random = RandomGraph.of(seed);
        cover(random.graph());
        TrainingProgram program = TrainingProgram.of(random.graph(), Optimisers.descent());
        Map<String, Tensor> direction = random.direction();

        assertThat(GradientCheck.fault(program)).isEqualTo(Optional.empty());
        assertThat(along(program, random, direction)).isEqualTo(random.along(direction));
    }

    /** Each pull in turn is made wrong, in every graph: by a factor, or by taking that of the other operand. */
    @Example
    void wrongPullsAreFound() {
        assertThat(seedsFound(ReverseModeProperties::negated)).hasSizeGreaterThan(GRAPHS / 2);
        assertThat(seedsFound(ReverseModeProperties::exchanged)).hasSizeGreaterThan(GRAPHS / 4);
        assertThat(seedsFound(operation -> operation)).isEmpty();
    }

    private static List<Long> seedsFound(UnaryOperator<Differentiable> wrong) {
        return LongStream.range(0, GRAPHS).filter(seed -> {
            RandomGraph random = RandomGraph.of(seed, wrong);
            Map<String, Tensor> direction = random.direction();
            try {
                return !along(TrainingProgram.of(random.graph(), Optimisers.descent()), random, direction)
                        .equals(random.along(direction));
            } catch (IllegalArgumentException shapesOfTheOtherOperand) {
                return true;
            }
        }).boxed().toList();
    }

    /** The error of the first operand has the wrong sign. */
    private static Differentiable negated(Differentiable right) {
        Pull first = right.pulls().get(0).orElseThrow();
        Operation error = first.error();
        Pull wrong = new Pull(first.slope(), new Made("wrong " + error, (g, x, y) ->
                Tensor.ofValue(error.apply(g, x, y)).times(BigFraction.MINUS_ONE).value()));
        return new Differentiable(right.operation(), right.operands(), right.shape(),
                right.operands() == 1 ? List.of(Optional.of(wrong)) : List.of(Optional.of(wrong), right.pulls().get(1)));
    }

    private static Differentiable exchanged(Differentiable right) {
        return right.operands() == 1 ? right : new Differentiable(right.operation(), 2, right.shape(),
                List.of(right.pulls().get(1), right.pulls().get(0)));
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void aDamagedProgramThatPassesTheCheckHasTheSameErrors(@ForAll("seeds") long seed) {
        RandomGraph random = RandomGraph.of(seed);
        TrainingProgram right = TrainingProgram.of(random.graph(), Optimisers.descent());
        TrainingProgram damaged = damaged(right, new SplittableRandom(seed));
        boolean passes = GradientCheck.fault(damaged).isEmpty();
        Coverage.require("refused", !passes);
        Coverage.require("passes", passes);

        if (passes) {
            assertThat(errors(damaged, random)).isEqualTo(errors(right, random));
        }
    }

    /** An operand or the operation of a backward slot is another one, or the error that is there is elsewhere. */
    private static TrainingProgram damaged(TrainingProgram right, SplittableRandom random) {
        Program code = right.program();
        Map<Integer, Integer> errors = new HashMap<>(right.differentiation().errors());
        List<Integer> backward = right.slots(Role.BACKWARD);
        if (backward.isEmpty()) {
            return right;
        }
        int slot = backward.get(random.nextInt(backward.size()));
        int other = random.nextInt(slot);
        switch (random.nextInt(5)) {
            case 0 -> code.a[slot] = other;
            case 1 -> code.b[slot] = other;
            case 2 -> code.c[slot] = other;
            case 3 -> code.operations[slot] = code.operations[Math.max(other, code.given)];
            default -> errors.replaceAll((of, at) -> at == slot ? other : at);
        }
        return new TrainingProgram(code, right.next(), right.slots(), right.start(),
                new Differentiation(right.differentiation().forward(), right.differentiation().loss(), errors));
    }

    private static Map<String, Object> errors(TrainingProgram program, RandomGraph random) {
        Step step = program.steps(1, program.feed(random.fed())).get(0);
        Map<String, Object> errors = new HashMap<>();
        program.slots(Role.PARAMETER).forEach(slot ->
                errors.put(program.name(slot), step.values().get(program.differentiation().errors().get(slot))));
        return errors;
    }

    private static BigFraction along(TrainingProgram program, RandomGraph random, Map<String, Tensor> direction) {
        Step step = program.steps(1, program.feed(random.fed())).get(0);
        return program.slots(Role.PARAMETER).stream().map(slot -> {
            Object error = step.values().get(program.differentiation().errors().get(slot));
            return Tensor.ofValue(error).innerProduct(direction.get(program.name(slot)));
        }).reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static boolean isMaximumOf(Node user, Node first) {
        return user.source() instanceof Source.Result result && result.operands().get(0) == first
                && OperationName.of(result.operation().operation()).equals("maximum");
    }

    private static void cover(Graph graph) {
        List<Node> used = graph.nodes().stream().filter(node -> node.source() instanceof Source.Result)
                .flatMap(node -> ((Source.Result) node.source()).operands().stream()).toList();
        Coverage.require("one operand twice", graph.nodes().stream().anyMatch(node ->
                node.source() instanceof Source.Result result && result.operands().size() > 1
                        && result.operands().get(0) == result.operands().get(1)));
        Coverage.require("a shared parameter", graph.nodes().stream()
                .anyMatch(node -> node.source() instanceof Source.Parameter && used.stream().filter(node::equals).count() > 1));
        Coverage.require("three uses of a node", used.stream().anyMatch(node -> used.stream().filter(node::equals).count() > 2));
        Coverage.require("several terms of the loss", graph.loss().size() > 1);
        Coverage.require("a term of the loss of a node that is used besides", graph.loss().stream()
                .anyMatch(term -> used.contains(term.output())));
        Coverage.require("maxima of one node and others", graph.nodes().stream().anyMatch(node -> graph.nodes().stream()
                .filter(user -> isMaximumOf(user, node)).count() > 1));
        Coverage.require("tensors", graph.nodes().stream().anyMatch(node -> node.shape().axes() == 2));
        Coverage.require("numbers", graph.nodes().stream().anyMatch(node -> node.shape().axes() == 0));
        Coverage.require("different operations", new HashSet<>(used).size() > 4);
    }
}
