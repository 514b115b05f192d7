package org.stillpoint.graph.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Loss;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.operation.Arithmetic;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;

/** Every kind of damage to a gradient program is found, and said where. */
class GradientCheckTest {

    /** (w w x + relu(w x) v) relu(w x): w is used three times, once as both operands, and h twice. */
    private static TrainingProgram program() {
        Graph graph = new Graph();
        Node w = graph.parameter("w", new BigFraction(2));
        Node v = graph.parameter("v", new BigFraction(3));
        Node x = graph.input("x");
        Node square = w.times(w).named("square");
        Node z = w.times(x).named("z");
        Node h = z.relu().named("h");
        Node left = square.times(x).plus(h.times(v)).named("left");
        graph.loss(left.times(h).named("loss"));
        return TrainingProgram.of(graph, Optimisers.descent());
    }

    @Test
    void whatReverseModeWritesIsTheGradient() {
        TrainingProgram program = program();

        assertThat(GradientCheck.fault(program)).isEmpty();
        Step step = program.steps(1, program.feed(Map.of("x", new BigFraction(5), "rate", BigFraction.ONE))).get(0);
        assertThat(step.value("loss")).isEqualTo(new BigFraction(20 * 10 + 3 * 100));
        assertThat(step.value("error of v")).isEqualTo(new BigFraction(100));
        assertThat(step.value("error of w")).isEqualTo(new BigFraction(3 * 25 * 4 + 2 * 3 * 25 * 2));
        assertThat(step.next("w")).isEqualTo(new BigFraction(2 - 600));
    }

    @Test
    void aPullThatIsDroppedIsFound() {
        Damage damage = new Damage();
        damage.errors.put(damage.at("w"), damage.at("error of w, to term 2"));

        assertThat(damage.fault()).isEqualTo("\"error of w, to term 2\" has 2 terms, expected 3, one for each use of \"w\"");
    }

    @Test
    void aPullThatIsTakenTwiceIsFound() {
        Damage damage = new Damage();
        damage.b[damage.at("error of w")] = damage.at("error of w, term 2");

        assertThat(damage.fault()).isEqualTo("\"error of w, term 2\" as a term of \"error of w\", expected the pull of"
                + " \"z\" to its operand 1");
    }

    @Test
    void aTermTooManyIsFound() {
        Damage damage = new Damage();
        damage.errors.put(damage.at("z"), damage.at("error of h"));

        assertThat(damage.fault()).isEqualTo("\"error of h\" as a term of \"error of h\", expected the pull of"
                + " \"h\" to its operand 1");
    }

    @Test
    void aWrongOperandIsFound() {
        Damage damage = new Damage();
        damage.b[damage.at("error of v")] = damage.at("z");

        assertThat(damage.fault()).isEqualTo("\"error of v\" as a term of \"error of v\", expected the pull of"
                + " \"product 4\" to its operand 2");
    }

    @Test
    void aSlopeAtTheWrongPlaceIsFound() {
        Damage damage = new Damage();
        damage.a[damage.at("slope of h")] = damage.at("h");

        assertThat(damage.fault()).isEqualTo("\"error of z\" as a term of \"error of z\", expected the pull of"
                + " \"h\" to its operand 1");
    }

    @Test
    void aPullOfAnotherOperandIsFound() {
        Damage damage = new Damage();
        damage.operations[damage.at("error of v")] = Forward.product().pulls().get(0).orElseThrow().error();

        assertThat(damage.fault()).startsWith("\"error of v\" as a term of \"error of v\", expected the pull of");
    }

    @Test
    void anErrorTakenFromElsewhereIsFound() {
        Damage damage = new Damage();
        damage.a[damage.at("error of v")] = damage.at("error of h");

        assertThat(damage.fault()).startsWith("\"error of v\" as a term of \"error of v\", expected the pull of");
    }

    @Test
    void errorsThatAreExchangedAreFound() {
        Damage damage = new Damage();
        damage.errors.put(damage.at("v"), damage.at("error of w"));
        damage.errors.put(damage.at("w"), damage.at("error of v"));

        assertThat(damage.fault()).isEqualTo("\"error of w\" as a term of \"error of w\", expected the pull of"
                + " \"product 4\" to its operand 2");
    }

    @Test
    void anErrorThatIsNowhereIsFound() {
        Damage damage = new Damage();
        damage.errors.remove(damage.at("v"));

        assertThat(damage.fault()).isEqualTo("\"v\" has its error nowhere, expected it in a slot");
    }

    @Test
    void anErrorOfWhatIsFedIsFound() {
        Damage damage = new Damage();
        damage.errors.put(damage.at("x"), damage.at("error of v"));

        assertThat(damage.fault()).isEqualTo("\"x\" has the error \"error of v\", expected none, as no parameter has an"
                + " influence on the loss through it");
    }

    @Test
    void aForwardPartThatComputesSomethingElseIsFound() {
        Damage damage = new Damage();
        damage.operations[damage.at("h")] = Forward.product().operation();

        assertThat(damage.fault()).isEqualTo("\"h\" computes product, expected rectifier with its first operand for those"
                + " that it does not have");
    }

    @Test
    void anErrorOfTheLossThatIsNotOneIsFound() {
        Damage damage = new Damage();
        damage.start.set(damage.at("error of loss"), new BigFraction(2));

        assertThat(damage.fault()).isEqualTo("\"error of loss\" as a term of \"error of loss\", expected a slot that always"
                + " holds 1, the derivative of the loss \"loss\"");
    }

    @Test
    void anErrorOfTheLossThatChangesIsFound() {
        Damage damage = new Damage();
        damage.next[damage.at("error of loss")] = damage.at("v");

        assertThat(damage.fault()).startsWith("\"error of loss\" as a term of \"error of loss\", expected");
    }

    @Test
    void anUpdateByTheErrorOfAnotherParameterIsFound() {
        Damage damage = new Damage();
        damage.b[damage.at("next v")] = damage.at("error of w");

        assertThat(damage.fault()).isEqualTo("the next value of \"v\" uses the errors [\"error of w\"], expected its own only,"
                + " \"error of v\"");
    }

    @Test
    void anUpdateByNoErrorIsFound() {
        Damage damage = new Damage();
        damage.next[damage.at("v")] = damage.at("v");

        assertThat(damage.fault()).isEqualTo("the next value of \"v\" uses the errors [], expected its own only, \"error of v\"");
    }

    @Test
    void theOrderOfTheTermsDoesNotMatter() {
        Damage damage = new Damage();
        int first = damage.at("error of h, term 1");
        damage.a[damage.at("error of h")] = damage.at("error of h, term 2");
        damage.b[damage.at("error of h")] = first;

        assertThat(GradientCheck.fault(damage.program())).isEmpty();
    }

    @Test
    void anOperandTooManyOfTheForwardPartIsFound() {
        Damage damage = new Damage();
        damage.b[damage.at("h")] = damage.at("v");

        assertThat(damage.fault()).isEqualTo("\"h\" computes rectifier, expected rectifier with its first operand for those that"
                + " it does not have");
    }

    @Test
    void aForwardPartThatIsTooLongIsFound() {
        Damage damage = new Damage();
        IntStream.range(0, 99).forEach(more -> damage.forward.add(Forward.sum()));

        assertThat(damage.fault()).isEqualTo("a forward part of 106 slots in a program that computes "
                + damage.whole.slots().stream().filter(slot -> !slot.role().isGiven()).count() + ", expected no more");
    }

    @Test
    void aLossThatIsLeftOutIsFound() {
        Damage damage = new Damage();
        damage.loss.clear();

        assertThat(damage.fault()).isEqualTo("\"loss\" has the error \"error of loss\", expected none, as no parameter has an"
                + " influence on the loss through it");
    }

    @Test
    void aLossOfWhatNoParameterInfluencesIsFound() {
        Damage damage = new Damage();
        damage.loss.add(new Seed.One(damage.at("x")));

        assertThat(damage.fault()).isEqualTo("a loss of \"x\", expected a slot on which a parameter has an influence");
    }

    @Test
    void aLossBehindTheForwardPartIsFound() {
        Damage damage = new Damage();
        damage.loss.add(new Seed.One(damage.at("next w")));

        assertThat(damage.fault()).isEqualTo("a loss of \"next w\", expected a slot of the forward part");
    }

    @Test
    void aLossForAnotherTargetIsFound() {
        Damage damage = new Damage(fitted());
        damage.b[damage.at("error of output before its weight")] = damage.at("x");

        assertThat(damage.fault()).isEqualTo("\"error of output\" as a term of \"error of output\", expected the derivative of a"
                + " loss of \"output\"");
    }

    @Test
    void aLossWithAnotherWeightIsFound() {
        Damage damage = new Damage(fitted());
        damage.operations[damage.at("error of output")] = Arithmetic.NUMBERS.multiple(BigFraction.TWO).operation();

        assertThat(damage.fault()).isEqualTo("\"error of output\" as a term of \"error of output\", expected the derivative of a"
                + " loss of \"output\"");
    }

    /** Half the squared loss of w x. */
    private static TrainingProgram fitted() {
        Graph graph = new Graph();
        Node output = graph.parameter("w", BigFraction.ONE).times(graph.input("x")).named("output");
        graph.loss(output, graph.input("y"), Loss.SQUARED, BigFraction.ONE_HALF);
        return TrainingProgram.of(graph, Optimisers.descent());
    }

    /** A program whose parts may be changed. */
    private static final class Damage {

        private final TrainingProgram whole;
        private final Operation[] operations;
        private final int[] a;
        private final int[] b;
        private final int[] next;
        private final List<Object> start;
        private final List<Differentiable> forward;
        private final List<Seed> loss;
        private final Map<Integer, Integer> errors;

        Damage() {
            this(GradientCheckTest.program());
        }

        Damage(TrainingProgram whole) {
            this.whole = whole;
            this.operations = whole.program().operations;
            this.a = whole.program().a;
            this.b = whole.program().b;
            this.next = whole.next();
            this.start = new ArrayList<>(whole.start());
            this.forward = new ArrayList<>(whole.differentiation().forward());
            this.loss = new ArrayList<>(whole.differentiation().loss());
            this.errors = new HashMap<>(whole.differentiation().errors());
        }

        private int at(String name) {
            return whole.slot(name);
        }

        private String fault() {
            return GradientCheck.fault(program()).orElseThrow();
        }

        private TrainingProgram program() {
            Program code = whole.program();
            return new TrainingProgram(new Program(code.given, operations, a, b, code.c), next, whole.slots(), start,
                    new Differentiation(forward, loss, errors));
        }
    }
}
