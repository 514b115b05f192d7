package org.stillpoint.lab;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Evaluation;

/** What a network of two inputs answers at the points of a grid, exactly. */
final class Regions {

    private Regions() {
    }

    /**
     * One row for each y, one entry for each x. For one output its sign, {@code "+"}, {@code "-"} or {@code "0"}, or that of the
     * output less 1/2 if the targets are 0 and 1; for several the number of the largest, from 0, or null if two are.
     *
     * @throws DomainException if the network does not have two inputs
     */
    static String of(Network network, DataSet data, Vector xs, Vector ys) {
        if (network.inputs() != 2) {
            throw new DomainException("regions of a network of " + network.inputs() + " inputs, expected 2");
        }
        BigFraction border = AccuracyRule.of(data).filter(AccuracyRule.THRESHOLD::equals)
                .map(rule -> BigFraction.ONE_HALF).orElse(BigFraction.ZERO);
        return JsonText.array(ys.entries(), y -> JsonText.array(xs.entries(),
                x -> answer(Evaluation.output(network, Vector.of(x, y)).entries(), border)));
    }

    private static String answer(List<BigFraction> output, BigFraction border) {
        if (output.size() == 1) {
            return JsonText.string(List.of("-", "0", "+").get(output.get(0).compareTo(border) + 1));
        }
        BigFraction largest = output.stream().max(BigFraction::compareTo).orElseThrow();
        List<Integer> at = IntStream.range(0, output.size()).filter(k -> output.get(k).compareTo(largest) == 0).boxed().toList();
        return at.size() == 1 ? String.valueOf(at.get(0)) : JsonText.NULL;
    }
}
