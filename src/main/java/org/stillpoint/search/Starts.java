package org.stillpoint.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/** Networks with one hidden layer and one output, in which some numbers are drawn and others are zero. */
final class Starts {

    private Starts() {
    }

    /** All zeros, biases too. */
    static Network zeros(Size size, Activation hidden) {
        return network(hidden, zeroRows(size), Optional.of(Vector.zeros(units(size))), Vector.zeros(units(size)), true);
    }

    /** Without biases: incoming rows, then outgoing weights. */
    static Network plain(Activation hidden, List<Vector> rows, Vector outgoing) {
        return network(hidden, rows, Optional.empty(), outgoing, false);
    }

    /** With biases, of which that of the output is zero. */
    static Network biased(Activation hidden, List<Vector> rows, Vector bias, Vector outgoing) {
        return network(hidden, rows, Optional.of(bias), outgoing, true);
    }

    private static Network network(Activation hidden, List<Vector> rows, Optional<Vector> bias, Vector outgoing,
                                   boolean outputBias) {
        return Network.of(new Layer(new Matrix(rows), bias, hidden),
                new Layer(Matrix.of(outgoing), outputBias ? Optional.of(Vector.zeros(1)) : Optional.empty(),
                        Activation.IDENTITY));
    }

    static List<Vector> zeroRows(Size size) {
        return equalRows(size, Vector.zeros(size.inputs()));
    }

    static List<Vector> rows(Size size, Pieces pieces) {
        return Stream.generate(() -> pieces.vector(size.inputs())).limit(units(size)).toList();
    }

    /** One row drawn, for every unit. */
    static List<Vector> equalRows(Size size, Pieces pieces) {
        return equalRows(size, pieces.vector(size.inputs()));
    }

    private static List<Vector> equalRows(Size size, Vector row) {
        return IntStream.range(0, units(size)).mapToObj(j -> row).toList();
    }

    static Vector constant(Size size, BigFraction number) {
        return Vector.constant(units(size), number);
    }

    static Vector zero(Size size) {
        return Vector.zeros(units(size));
    }

    static int units(Size size) {
        return size.widths().get(1);
    }

    /** Weights into the hidden layer. */
    static int incoming(Size size) {
        return units(size) * size.inputs();
    }

    static Vector times(BigFraction factor, Vector vector) {
        return new Vector(vector.entries().stream().map(factor::multiply).toList());
    }
}
