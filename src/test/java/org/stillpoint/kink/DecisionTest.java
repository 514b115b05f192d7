package org.stillpoint.kink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Vector;

class DecisionTest {

    /** f(x) = relu(u x), at u = 0. */
    private static final Network UNIT = Network.of(
            new Layer(Matrix.constant(1, 3, BigFraction.ZERO), Optional.empty(), Activation.RELU),
            new Layer(Matrix.of(Vector.of("1")), Optional.empty(), Activation.IDENTITY));

    /**
     * {@code |c| + |b| - |b + c| + |a - b - c| - |a - b| - |a - c| + |a|} is 0 wherever one of a, b, c is 0 and the others are
     * equal up to their signs or 0 too. It is 0 at (2, 1, 1) too, but 2 at (1, 2, -2): there it is 2 + 2 - 0 + 1 - 1 - 3 + 1.
     */
    @Test
    void aDirectionIsFoundWhereNoParameterAndNoPairShowsTheKink() {
        DataSet data = new DataSet(
                Stream.of("0 0 1", "0 1 0", "0 1 1", "1 -1 -1", "1 -1 0", "1 0 -1", "1 0 0")
                        .map(x -> Vector.of(x.split(" "))).toList(),
                Stream.of("-1", "-1", "1", "-1", "1", "1", "-1").map(Vector::of).toList());
        AtKinks found = AtKinks.of(UNIT, data, RationalLoss.SQUARED, KinkDerivatives.all(BigFraction.ZERO));
        Direction against = found.differentiability().against().orElseThrow();

        assertThat(found.parameters()).allMatch(ParameterAtKinks::hasDerivative);
        assertThat(found.differentiability().answer()).contains(false);
        assertThat(against.left()).isNotEqualTo(against.right());
        assertThat(against.entries().stream().filter(entry -> entry.signum() != 0)).hasSizeGreaterThan(2);
    }

    /** Without a bias x and -x meet at one line, and x and 2x do: only their sum counts. */
    @Test
    void inputsOnOneLineCountTogether() {
        DataSet data = new DataSet(List.of(Vector.of("1", "2", "0"), Vector.of("-2", "-4", "0")),
                List.of(Vector.of("2"), Vector.of("-1")));

        assertThat(AtKinks.of(UNIT, data, RationalLoss.SQUARED, KinkDerivatives.all(BigFraction.ZERO)).differentiability())
                .isEqualTo(Differentiability.yes());
    }
}
