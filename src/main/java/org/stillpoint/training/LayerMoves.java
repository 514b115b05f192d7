package org.stillpoint.training;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;

/**
 * How many parameters of a layer are not what they were at the start. One that moved and came back does not count.
 *
 * @param weights of {@code ofWeights}
 * @param bias entries of the bias, of {@code ofBias}, which is 0 for a layer without one
 * @param undecided weights and entries of the bias that are enclosed together with what they were; counted nowhere else
 */
public record LayerMoves(int weights, int ofWeights, int bias, int ofBias, int undecided) {

    /** Layer by layer, between two networks of one shape. */
    public static List<LayerMoves> between(Network start, RealNetwork end) {
        return IntStream.range(0, start.layers().size()).mapToObj(l -> between(start.layers().get(l), end.layers().get(l)))
                .toList();
    }

    private static LayerMoves between(Layer start, RealLayer end) {
        List<Move> weights = moves(start.weights().rows(), end.weights());
        List<Move> bias = moves(start.bias().stream().toList(), end.bias().stream().toList());
        return new LayerMoves(count(Move.MOVED, weights), weights.size(), count(Move.MOVED, bias), bias.size(),
                count(Move.UNDECIDED, weights) + count(Move.UNDECIDED, bias));
    }

    private static List<Move> moves(List<Vector> before, List<List<Real>> after) {
        List<BigFraction> was = before.stream().flatMap(vector -> vector.entries().stream()).toList();
        List<Real> is = after.stream().flatMap(List::stream).toList();
        return IntStream.range(0, was.size()).mapToObj(i -> Move.between(was.get(i), is.get(i))).toList();
    }

    private static int count(Move kind, List<Move> moves) {
        return (int) moves.stream().filter(move -> move == kind).count();
    }

    private enum Move {

        STAYED, MOVED, UNDECIDED;

        private static Move between(BigFraction before, Real after) {
            if (after instanceof Exact exact) {
                return exact.value().equals(before) ? STAYED : MOVED;
            }
            Enclosure enclosure = (Enclosure) after;
            boolean isOutside = before.compareTo(ExactNumber.of(enclosure.low())) < 0
                    || before.compareTo(ExactNumber.of(enclosure.high())) > 0;
            return isOutside ? MOVED : UNDECIDED;
        }
    }
}
