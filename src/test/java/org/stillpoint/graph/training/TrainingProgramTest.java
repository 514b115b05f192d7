package org.stillpoint.graph.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Loss;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.kernel.graph.Program;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

class TrainingProgramTest {

    private static final Map<String, BigFraction> FED = Map.of("x", new BigFraction(3), "y", new BigFraction(1),
            "rate", BigFraction.ONE_HALF, "momentum", new BigFraction(1, 3));

    private final TrainingProgram program = TrainingProgram.of(line(), Optimisers.momentum());

    /** w x + c, with a c that is frozen. */
    private static Graph line() {
        Graph graph = new Graph();
        Node x = graph.input("x");
        Node output = graph.parameter("w", new BigFraction(2)).times(x).plus(graph.frozen("c", BigFraction.ONE)).named("output");
        graph.loss(output, graph.input("y"), Loss.SQUARED);
        return graph;
    }

    @Test
    void stateComesFirstThenWhatIsFedThenWhatIsComputed() {
        assertThat(program.slots()).extracting(Slot::name).containsExactly("w", "c", "velocity of w", "x", "y", "momentum",
                "rate", "product 1", "output", "error of output", "error of product 1", "error of w", "next velocity of w",
                "next w");
        assertThat(program.slots()).extracting(Slot::role).containsExactly(Role.PARAMETER, Role.FROZEN, Role.MEMORY, Role.FED,
                Role.FED, Role.FED, Role.FED, Role.FORWARD, Role.FORWARD, Role.BACKWARD, Role.BACKWARD, Role.BACKWARD,
                Role.UPDATE, Role.UPDATE);
        assertThat(program.next()).containsExactly(13, 1, 12);
        assertThat(program.start()).containsExactly(new BigFraction(2), BigFraction.ONE, BigFraction.ZERO);
    }

    @Test
    void aRunIsWhatItsStepsAre() {
        List<Step> steps = program.steps(3, program.feed(FED));

        assertThat(steps.get(0).value("output")).isEqualTo(new BigFraction(7));
        assertThat(steps.get(0).value("error of w")).isEqualTo(new BigFraction(18));
        assertThat(steps.get(0).next("w")).isEqualTo(new BigFraction(2 - 9));
        assertThat(IntStream.range(0, 2).mapToObj(n -> steps.get(n).next("w")))
                .isEqualTo(IntStream.range(1, 3).mapToObj(n -> steps.get(n).value("w")).toList());
        assertThat(program.run(3, program.feed(FED))).isEqualTo(List.of(steps.get(2).next("w"), BigFraction.ONE,
                steps.get(2).next("velocity of w")));
        assertThat(program.run(0, program.feed(FED))).isEqualTo(program.start());
    }

    @Test
    void eachStepMayBeFedOtherValues() {
        List<Step> steps = program.steps(2, program.feed(step -> Map.of("x", new BigFraction(step), "y", BigFraction.ZERO,
                "rate", BigFraction.ONE, "momentum", BigFraction.ZERO)));

        assertThat(steps).extracting(step -> step.value("output")).containsExactly(BigFraction.ONE, new BigFraction(3));
    }

    @Test
    void whatIsFedHasTheNamesAndShapesOfTheProgram() {
        refused(() -> program.feed(Map.of("x", BigFraction.ONE)), "nothing is fed to \"y\", expected a value of shape number");
        refused(() -> program.feed(Map.of("x", Tensor.zeros(Shape.of(2)))), "\"x\" is fed a value of shape 2, expected number");
        refused(() -> program.feed(Map.of("x", BigFraction.ONE, "y", BigFraction.ONE, "rate", BigFraction.ONE,
                "momentum", BigFraction.ONE, "z", BigFraction.ONE)),
                "values are fed to [momentum, rate, x, y, z], expected [x, y, momentum, rate]");
        refused(() -> program.run(2, program.feed(step -> step == 0 ? FED : Map.of())),
                "nothing is fed to \"x\" in step 2, expected a value of shape number");
    }

    @Test
    void anotherStartLeavesTheProgramAsItIs() {
        TrainingProgram other = program.withStart(Map.of("w", BigFraction.ZERO));

        assertThat(other.start()).containsExactly(BigFraction.ZERO, BigFraction.ONE, BigFraction.ZERO);
        assertThat(other.slots()).isEqualTo(program.slots());
        assertThat(program.start().get(0)).isEqualTo(new BigFraction(2));
        refused(() -> program.withStart(Map.of("v", BigFraction.ONE)),
                "no slot with the name \"v\", expected one of the program's names");
        refused(() -> program.withStart(Map.of("w", Tensor.zeros(Shape.of(1)))),
                "\"w\" starts with a value of shape 1, expected number");
        refused(() -> program.withStart(Map.of("x", BigFraction.ONE)),
                "\"x\" starts with a value of shape number, expected the name of a slot of state");
    }

    @Test
    void whatIsHandedOutCannotChangeTheProgram() {
        Program code = program.program();
        code.a[7] = 1;
        code.operations[8] = null;
        program.next()[0] = 0;

        assertThat(program.program().a[7]).isZero();
        assertThat(program.program().operations[8]).isNotNull();
        assertThat(program.next()[0]).isEqualTo(13);
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        Program code = program.program();
        int[] next = program.next();
        refused(() -> new TrainingProgram(code, new int[] {1, 1}, program.slots(), program.start(), program.differentiation()),
                "14 slots and 3 starts of a program of 14 slots with 2 next values, expected one for each");
        refused(() -> new TrainingProgram(code, new int[] {1, 1, 14}, program.slots(), program.start(),
                program.differentiation()), "a slot with an operand that is not before it, or a next value that is no slot,"
                + " expected straight-line code");
        Program later = program.program();
        later.b[7] = 7;
        refused(() -> new TrainingProgram(later, next, program.slots(), program.start(), program.differentiation()),
                "a slot with an operand that is not before it, or a next value that is no slot, expected straight-line code");
        List<Slot> sameNames = IntStream.range(0, 14)
                .mapToObj(s -> new Slot("s", program.slots().get(s).role(), program.slots().get(s).shape())).toList();
        refused(() -> new TrainingProgram(code, next, sameNames, program.start(), program.differentiation()),
                "14 slots with 1 names, expected a name for each");
        List<Slot> wrongRoles = IntStream.range(0, 14).mapToObj(s -> program.slots().get(13 - s)).toList();
        refused(() -> new TrainingProgram(code, next, wrongRoles, program.start(), program.differentiation()),
                "slot 0 \"next w\" has the role UPDATE, expected state, then what is fed, then what is computed");
    }

    @Test
    void everyParameterHasAnInfluenceOnTheLoss() {
        Graph graph = line();
        graph.parameter("v", BigFraction.ONE).relu();

        refused(() -> TrainingProgram.of(graph, Optimisers.descent()),
                "parameter \"v\" has no influence on the loss, expected one: use it, or freeze it");
    }

    @Test
    void aRateIsNoNode() {
        Graph graph = line();
        graph.input("rate");

        refused(() -> TrainingProgram.of(graph, Optimisers.descent()), "a node with the name \"rate\", which the optimiser needs"
                + " for a number that is fed, expected another name");
    }

    @Test
    void gradientsAreClippedBeforeTheyMoveAnything() {
        TrainingProgram clipped = TrainingProgram.of(line(), Optimisers.descent().withClipping(BigFraction.TWO));
        Map<String, BigFraction> fed = Map.of("x", new BigFraction(3), "y", new BigFraction(1), "rate", BigFraction.ONE);

        assertThat(clipped.run(1, clipped.feed(fed)).get(0)).isEqualTo(BigFraction.ZERO);
        assertThat(GradientCheck.fault(clipped)).isEmpty();
    }

    /** The gradients are 3 and 4 with what is fed. */
    @Test
    void gradientsAreClippedByTheirCommonNorm() {
        Graph graph = new Graph();
        graph.loss(graph.parameter("v", BigFraction.ZERO).times(graph.input("x"))
                .plus(graph.parameter("w", Tensor.zeros(Shape.of(1))).innerProduct(graph.input("y", Shape.of(1)))));
        TrainingProgram clipped =
                TrainingProgram.of(graph, Optimisers.momentum().withNormClipping(BigFraction.ONE).withDecay());
        Map<String, Object> fed = Map.of("x", new BigFraction(3), "y", Tensor.of(Shape.of(1), 4), "rate", BigFraction.ONE,
                "momentum", BigFraction.ZERO, "decay", BigFraction.ZERO);

        List<Object> end = clipped.run(1, clipped.feed(fed));

        assertThat(end.get(clipped.slot("v"))).isEqualTo(new BigFraction(-3, 5));
        assertThat(end.get(clipped.slot("w"))).isEqualTo(Tensor.of(Shape.of(1), new BigFraction(-4, 5)));
        assertThat(GradientCheck.fault(clipped)).isEmpty();
    }

    private static void refused(ThrowingCallable made, String message) {
        assertThatThrownBy(made).isInstanceOf(DomainException.class).hasMessage(message);
    }
}
