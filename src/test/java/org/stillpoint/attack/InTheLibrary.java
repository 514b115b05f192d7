package org.stillpoint.attack;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.Vector;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Parameters;

/** Situations whose activations are those of the library, as its networks and data sets. */
final class InTheLibrary {

    private InTheLibrary() {
    }

    static boolean knows(Situation s) {
        return Stream.of(s.sigma()).allMatch(sigma -> activation(sigma).isPresent());
    }

    /** The activation that a function of the kernel is, if it is one of the library. */
    static Optional<RationalActivation> activation(ActivationFunction sigma) {
        return RationalActivation.all().stream().filter(activation -> activation.kernel() == sigma).findFirst();
    }

    /** A network of the situation's shape. */
    static Network network(Situation s, Parameters p) {
        return new Network(IntStream.range(0, s.depth()).mapToObj(l -> new Layer(new Matrix(vectors(p.weights[l])),
                Optional.of(p.biases[l]).filter(bias -> bias.length > 0).map(Vector::of),
                l < s.sigma().length ? activation(s.sigma()[l]).orElseThrow() : Activation.IDENTITY)).toList());
    }

    static DataSet data(BigFraction[][] inputs, BigFraction[][] targets) {
        return new DataSet(vectors(inputs), vectors(targets));
    }

    private static List<Vector> vectors(BigFraction[][] rows) {
        return Stream.of(rows).map(Vector::of).toList();
    }
}
