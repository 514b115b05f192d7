package org.stillpoint.symmetry;

import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Vector;

/**
 * Everything below the output bias starts at zero, and there is a hidden layer.
 *
 * <p>ZERO-1, 2 and 3: "one hidden layer whose activation maps 0 to 0"; ZERO-1 is named if the output bias is zero too, which it
 * does not ask. ZERO-6 and 7: "every hidden activation maps 0 to 0", ZERO-6 named for several hidden layers, ZERO-7 for several
 * outputs. ZERO-4: "the output is the output bias", which is so only without an activation on the output. ZERO-5: "one output",
 * "as many labels 1 as -1, and no others". ACT-2: "a network whose hidden activations are not 0 at 0", here that of the last
 * hidden layer, as the others do not reach the output.
 */
final class AllZero implements Rule {

    private static final Vector PLUS = Vector.of("1");
    private static final Vector MINUS = Vector.of("-1");

    @Override
    public Stream<Consequence> apply(Situation situation) {
        if (!situation.hasHiddenLayer() || !situation.isZeroBelowTheOutputBias()) {
            return Stream.empty();
        }
        List<Boolean> zeroAtZero = situation.hidden().stream().map(layer -> layer.activation().mapsZeroToZero()).toList();
        if (!zeroAtZero.get(zeroAtZero.size() - 1)) {
            return Stream.of(Consequence.ofNetwork("ACT-2",
                    "an activation that is not 0 at 0 lets the weights move, where the errors of a "
                    + "batch do not cancel; the units of a layer stay equal"));
        }
        return zeroAtZero.contains(false) ? Stream.empty() : ofStuck(situation);
    }

    private static Stream<Consequence> ofStuck(Situation situation) {
        boolean outputBias = situation.last().bias().isPresent();
        String moves = outputBias ? "only the output bias can ever change" : "no parameter ever changes";
        Stream.Builder<Consequence> found = Stream.builder();
        if (situation.hasOneHiddenLayer()) {
            found.add(Consequence.ofNetwork("ZERO-2", outputBias ? moves : "no weight and no hidden bias ever changes"));
            if (!outputBias) {
                found.add(Consequence.ofNetwork("ZERO-3", moves));
            }
            if (Situation.hasZeroBias(situation.last())) {
                found.add(Consequence.ofNetwork("ZERO-1", outputBias
                        ? "at the start only the output bias has a gradient" : "at the start no parameter has a gradient"));
            }
        } else {
            found.add(Consequence.ofNetwork("ZERO-6", moves + ", at every depth"));
        }
        if (situation.network().outputs() > 1) {
            found.add(Consequence.ofNetwork("ZERO-7", moves + ", for every number of outputs"));
        }
        if (situation.hasPlainOutput()) {
            found.add(Consequence.ofNetwork("ZERO-4", "training ends with a constant function"));
        }
        if (situation.data().filter(AllZero::hasBalancedLabels).isPresent()) {
            found.add(Consequence.ofNetwork("ZERO-5",
                    "on these balanced labels the accuracy stays 1/2, or 0 while the output is 0"));
        }
        return found.build();
    }

    private static boolean hasBalancedLabels(DataSet data) {
        long plus = data.targets().stream().filter(PLUS::equals).count();
        return 2 * plus == data.size() && data.targets().stream().filter(MINUS::equals).count() == plus;
    }
}
