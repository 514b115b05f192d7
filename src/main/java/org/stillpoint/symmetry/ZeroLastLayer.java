package org.stillpoint.symmetry;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The weights into the output are zero, and those below, or their biases, are not.
 *
 * <p>PART-1: "if no unit of the last hidden layer is active on any sample, nothing but an output bias ever moves"; "a unit that x
 * activates moves if the rate, x and the errors of both steps are not 0"; "there is no weight decay". A network that is all zero
 * is left to the claims on it, unless it is one of those that none of them covers: a lower activation is not 0 at 0, the last is.
 */
final class ZeroLastLayer implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        if (!situation.hasHiddenLayer() || !situation.last().weights().isZero() || isAllZeroWithClaimsOfItsOwn(situation)) {
            return Stream.empty();
        }
        int above = situation.network().layers().size();
        List<Integer> outputs = IntStream.range(0, situation.network().outputs()).boxed().toList();
        return Stream.of(Consequence.ofUnits("PART-1", above, outputs, says(situation, above)));
    }

    private static boolean isAllZeroWithClaimsOfItsOwn(Situation situation) {
        return situation.isZeroBelowTheOutputBias() && new AllZero().apply(situation).findAny().isPresent();
    }

    private static String says(Situation situation, int above) {
        List<Observed> below = situation.observed().get(above - 2);
        if (below.stream().allMatch(Observed::isNeverActive)) {
            return "no unit of layer " + (above - 1) + " is active " + situation.everywhere()
                    + ", so that without weight decay nothing but an output bias ever changes";
        }
        String sample = below.stream().anyMatch(unit -> unit.active() > 0) ? "on a sample that has an error in both steps"
                : "on a sample that activates a unit of layer " + (above - 1) + " and has an error in both steps";
        return "without weight decay the first step moves only this layer, and through it the second can move those below, "
                + sample;
    }
}
