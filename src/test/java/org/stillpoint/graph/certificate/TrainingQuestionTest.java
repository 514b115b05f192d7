package org.stillpoint.graph.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.operation.Losses;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.kernel.graph.Feed;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Questions about models that are stated as graphs, on whole tensors. */
class TrainingQuestionTest {

    /** Two layers with ReLU between them, of a batch of two samples with two features. */
    private static TrainingProgram perceptron(Tensor first, Tensor second) {
        Graph graph = new Graph();
        Node x = graph.input("x", Shape.of(2, 2));
        Node hidden = graph.parameter("W1", first).times(x).relu();
        Node output = graph.parameter("W2", second).times(hidden);
        graph.loss(output, graph.input("y", Shape.of(1, 2)), Losses.error(RationalLoss.SQUARED));
        return TrainingProgram.of(graph, Optimisers.momentum());
    }

    private static final Tensor SAMPLES = Tensor.of(Shape.of(2, 2), 1, 2, 3, 0);

    private static Map<String, Object> step(Tensor x, int rate) {
        return Map.of("x", x, "y", Tensor.of(Shape.of(1, 2), 1, -1), "rate", new BigFraction(1, rate),
                "momentum", new BigFraction(1, 2));
    }

    @Test
    void zeroWeightsOfTwoLayersStayZero() {
        TrainingProgram program = perceptron(Tensor.zeros(Shape.of(3, 2)), Tensor.zeros(Shape.of(1, 3)));
        Findings findings = TrainingQuestion.about(program).forEver();

        assertThat(findings.inWords()).isEqualTo("stay zero: W1, W2, velocity of W1, velocity of W2\n");
        assertThat(findings.inWords(findings.whyZero(program.slot("error of W2")).orElseThrow()))
                .startsWith("error of W2 is zero, because ")
                .contains("relu 1 is zero, because relu(matrix product 1) is zero with matrix product 1\n",
                        "matrix product 1 is zero, because matrix product(W1, x) is zero with W1\n");
        assertThat(program.run(3, program.feed(step(SAMPLES, 8)))).isEqualTo(program.start());
    }

    @Test
    void aLayerThatIsDeadOnTheDataNeverChangesWhileOtherDataMovesIt() {
        TrainingProgram program = perceptron(Tensor.filled(Shape.of(3, 2), BigFraction.MINUS_ONE),
                Tensor.filled(Shape.of(1, 3), BigFraction.ONE));
        List<Map<String, ?>> data = List.of(step(SAMPLES, 8), step(SAMPLES.times(BigFraction.TWO), 9));
        TrainingQuestion question = TrainingQuestion.about(program).fedOneOf(data);
        Findings findings = question.forEver();

        assertThat(findings.inWords()).isEqualTo("""
                stay zero: velocity of W1, velocity of W2
                never change: W1, W2
                are zero on the data: relu 1, slope of relu 1
                """);
        assertThat(findings.inWords(findings.whyUnchanged(program.slot("W1")).orElseThrow())).contains(
                "error of matrix product 1 is zero, because product(error of relu 1, slope of relu 1) is zero "
                        + "with slope of relu 1\n",
                "slope of relu 1 is zero, because it is zero on all data at the start and depends on no other state than W1, "
                        + "which never changes\n");
        Feed fed = program.feed(n -> data.get(n % 2));
        Feed other = program.feed(step(SAMPLES.times(BigFraction.MINUS_ONE), 8));
        assertThat(question.fits(fed, 4)).isTrue();
        assertThat(program.run(4, fed)).isEqualTo(program.start());
        assertThat(question.fits(other, 1)).isFalse();
        assertThat(program.run(1, other)).isNotEqualTo(program.start());
    }

    @Test
    void aZeroLastLayerKeepsTheFirstOneForAStep() {
        TrainingProgram program = perceptron(SAMPLES, Tensor.zeros(Shape.of(1, 2)));

        assertThat(TrainingQuestion.about(program).inTheFirstStep().inWords()).isEqualTo("""
                stay zero in the first step: velocity of W1
                do not change in the first step: W1
                """);
        assertThat(TrainingQuestion.about(program).forEver().inWords()).isEqualTo("nothing is found\n");
        assertThat(program.steps(2, program.feed(step(SAMPLES, 8)))).extracting(step -> step.next("W1").equals(SAMPLES))
                .containsExactly(true, false);
    }

    @Test
    void whatIsSaidOfTheFeedIsUsedAndNamesThatAreNotFedAreRefused() {
        Graph graph = new Graph();
        Node w1 = graph.parameter("w1", BigFraction.ONE);
        Node w2 = graph.parameter("w2", BigFraction.ONE);
        Node w3 = graph.parameter("w3", BigFraction.TWO);
        Node output = graph.sum(List.of(w3.times(graph.input("x3")),
                w1.times(graph.input("x1")).relu().plus(w2.times(graph.input("x2")).relu())));
        graph.loss(output, graph.input("y"), Losses.error(RationalLoss.SQUARED));
        TrainingProgram program = TrainingProgram.of(graph, Optimisers.descent());
        TrainingQuestion question = TrainingQuestion.about(program);

        assertThat(question.forEver().inWords()).isEqualTo("nothing is found\n");
        assertThat(question.fedZero("x3").fedEqual("x1", "x2").forEver().inWords())
                .isEqualTo("never change: w3\nstay equal: w1, w2\n");
        assertThatThrownBy(() -> question.fedZero("w1")).isInstanceOf(DomainException.class)
                .hasMessage("\"w1\" is not fed, expected one of [x3, x1, x2, y, rate]");
    }
}
