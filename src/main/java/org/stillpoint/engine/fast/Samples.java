package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.fast.fraction.Integers;
import org.stillpoint.engine.fast.fraction.ShortFractions;

/**
 * The samples that a training sees: inputs over one denominator if it is short, else each over its own; equal
 * targets as one, as long as there are few.
 */
final class Samples {

    /** A target is compared with so many, as data of real targets may have a different one for each sample. */
    private static final int COMPARED = 64;

    private final DataSet data;
    private final Optional<ShortFractions> shorts;
    private final BigInteger[] denominators;
    private final BigInteger[][] numerators;
    private final Target[][] targets;
    private final List<Target> different = new ArrayList<>();

    /** @param count how many samples, from 1 */
    Samples(DataSet data, int count, Optional<SideLoss> loss) {
        this.data = data;
        this.shorts = shorts(data.inputs().subList(0, count));
        this.denominators = new BigInteger[count];
        this.numerators = new BigInteger[count][];
        this.targets = new Target[count][data.targetWidth()];
        for (int i = 0; i < count; i++) {
            for (int o = 0; o < targets[i].length; o++) {
                targets[i][o] = target(data.targets().get(i).get(o), loss);
            }
        }
    }

    private static Optional<ShortFractions> shorts(List<Vector> inputs) {
        ShortFractions all = new ShortFractions(inputs.size() * inputs.get(0).size());
        for (int i = 0; i < inputs.size() && all.fit(); i++) {
            List<BigFraction> input = inputs.get(i).entries();
            for (int k = 0; k < input.size(); k++) {
                all.add(input.get(k));
            }
        }
        return all.fit() ? Optional.of(all) : Optional.empty();
    }

    private Target target(BigFraction y, Optional<SideLoss> loss) {
        for (int i = 0; i < Math.min(COMPARED, different.size()); i++) {
            if (different.get(i).isOf(y)) {
                return different.get(i);
            }
        }
        Target target = Target.of(different.size(), y, loss);
        different.add(target);
        return target;
    }

    int count() {
        return targets.length;
    }

    int outputs() {
        return targets[0].length;
    }

    Target target(int i, int o) {
        return targets[i][o];
    }

    /** Every target; where there are many, one may be there twice. */
    List<Target> differentTargets() {
        return different;
    }

    Vector input(int i) {
        return data.inputs().get(i);
    }

    /** The inputs of all samples over one denominator, one after another; empty if it is long. */
    Optional<ShortFractions> shorts() {
        return shorts;
    }

    /** The denominator that an input is over. */
    BigInteger denominator(int i) {
        if (denominators[i] == null) {
            denominators[i] = shorts.isPresent() ? BigInteger.valueOf(shorts.get().denominator())
                    : Integers.lcm(BigInteger.ONE, input(i).entries());
        }
        return denominators[i];
    }

    /** The denominator of all inputs, if neither it nor a numerator has more bits. */
    Optional<BigInteger> commonDenominator(int mostBits) {
        BigInteger common = BigInteger.ONE;
        for (int i = 0; i < count(); i++) {
            common = Integers.lcm(common, denominator(i));
            if (common.bitLength() > mostBits) {
                return Optional.empty();
            }
            for (BigFraction entry : input(i).entries()) {
                if (entry.getNumerator().bitLength() > mostBits) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(common);
    }

    /** The numerators of an input. */
    BigInteger[] numerators(int i) {
        if (numerators[i] == null) {
            BigInteger denominator = denominator(i);
            Vector input = input(i);
            numerators[i] = new BigInteger[input.size()];
            for (int k = 0; k < input.size(); k++) {
                numerators[i][k] = Integers.numerator(input.get(k), denominator);
            }
        }
        return numerators[i];
    }
}
