package org.stillpoint.lint.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DomainException;
import org.stillpoint.lint.evaluation.ModelSketch;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.lint.fact.Place;
import org.stillpoint.lint.fact.Units;
import org.stillpoint.lint.program.Facts;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** What is found of a small model is seen in its exact training. */
class DemonstratorTest {

    private final ModelSketch sketch = new ModelSketch(new Random(7));

    private Network perceptron(Weights first, Weights bias, Weights last, Weights lastBias) {
        Value hidden = sketch.activated(sketch.bias(sketch.dense(sketch.input(2, -1), first, 0), bias), Activation.RELU);
        return sketch.endingIn(sketch.bias(sketch.dense(hidden, last, 0), lastBias));
    }

    private static Weights zeros(String name, int... sizes) {
        return ModelSketch.weights(name, Tensor.zeros(Shape.of(sizes)));
    }

    private static Weights of(String name, int rows, int columns, int... entries) {
        return ModelSketch.weights(name, Tensor.of(Shape.of(rows, columns), entries));
    }

    private static Demonstration shown(Network network) throws IOException {
        return Demonstrator.of(network, Facts.of(network).facts(), 1);
    }

    @Test
    void allZeroWeightsStayAndTheLastBiasMoves() throws IOException {
        Demonstration shown = shown(perceptron(zeros("W1", 3, 2), zeros("b1", 3), zeros("W2", 1, 3), zeros("b2", 1)));

        assertThat(shown.steps()).isEqualTo(3);
        assertThat(shown.failed()).isEmpty();
        assertThat(shown.held()).extracting(fact -> fact.units().tensor().name()).contains("W1", "b1", "W2").doesNotContain("b2");
        assertThat(shown.moved()).extracting(fact -> fact.units().tensor().name()).containsExactly("b2");
        assertThat(shown.others()).isEqualTo(shown.othersMoved()).isEqualTo(1);
    }

    @Test
    void twinsStayTwinsWhileAllElseMoves() throws IOException {
        Demonstration shown = shown(perceptron(of("W1", 3, 2, 1, 1, 1, 1, 2, 1), of("b", 1, 3, 1, 1, 1), of("W2", 1, 3, 1, 1, 2),
                of("c", 1, 1, 1)));

        assertThat(shown.failed()).isEmpty();
        assertThat(shown.held()).extracting(Fact::kind).contains(Kind.STAY_EQUAL);
        assertThat(shown.othersMoved()).isEqualTo(shown.others()).isEqualTo(13);
    }

    @ParameterizedTest
    @EnumSource(names = {"STAYS_ZERO", "NEVER_CHANGES", "STAY_EQUAL"})
    void whatIsFalseIsSeenToFail(Kind kind) throws IOException {
        Weights first = of("W1", 2, 2, 1, 2, 3, 4);
        Network network = perceptron(first, zeros("b1", 2), of("W2", 1, 2, 1, 1), zeros("b2", 1));
        Fact fact = new Fact(kind, new Units("dense1", first, 0, true, List.of(0, 1)), Place.WITHIN, true, Set.of(), List.of(),
                Optional.empty(), "");

        assertThat(Demonstrator.of(network, List.of(fact), 1).failed()).containsExactly(fact);
    }

    @Test
    void zerosThatMoveAreSeenToMove() throws IOException {
        Demonstration shown = shown(perceptron(of("W1", 2, 2, 1, 2, -1, -2), zeros("b1", 2), zeros("W2", 1, 2), zeros("b2", 1)));

        assertThat(shown.failed()).isEmpty();
        assertThat(shown.still()).isEmpty();
        assertThat(shown.moved()).extracting(fact -> fact.units().tensor().name()).contains("W2", "b1", "b2");
    }

    @Test
    void whatIsTooLargeOrNotUnderstoodIsRefusedInALine() {
        assertThatThrownBy(() -> shown(perceptron(zeros("W1", 2000, 2), zeros("b1", 2000), zeros("W2", 1, 2000), zeros("b2", 1))))
                .isInstanceOf(DomainException.class).hasMessage("8001 parameters, expected at most 5000");
        ModelSketch other = new ModelSketch(new Random(1));
        assertThatThrownBy(() -> Demonstrator.of(other.endingIn(other.bias(other.opaque(other.dense(other.input(2, -1), 2)))),
                List.of(), 1)).isInstanceOf(DomainException.class).hasMessageContaining("it is not understood");
    }
}
