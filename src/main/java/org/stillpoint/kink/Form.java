package org.stillpoint.kink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/**
 * A rate of change by the direction d: {@code <linear, d> + sum of c |<k, d>|}. The directions k are pairwise no multiples of
 * each other, so that the sum is 0 for every d, and the rate linear in d, only if every c is 0.
 *
 * @param bends c by k, where c is not 0; the first entry of k that is not 0 is 1
 */
record Form(Linear linear, Map<Linear, BigFraction> bends) {

    static final Form ZERO = new Form(Linear.ZERO, Map.of());

    /** A linear function of the direction: the factors that are not 0, by parameter. */
    record Linear(SortedMap<Integer, BigFraction> factors) {

        static final Linear ZERO = new Linear(new TreeMap<>());

        /** The rate of one parameter itself. */
        static Linear of(int index) {
            return new Linear(new TreeMap<>(Map.of(index, BigFraction.ONE)));
        }

        static Linear sum(List<Linear> functions) {
            SortedMap<Integer, BigFraction> sum = new TreeMap<>();
            functions.forEach(function -> function.factors.forEach((index, factor) -> add(sum, index, factor)));
            return new Linear(sum);
        }

        Linear plus(Linear other) {
            return sum(List.of(this, other));
        }

        boolean isZero() {
            return factors.isEmpty();
        }

        Linear times(BigFraction factor) {
            SortedMap<Integer, BigFraction> product = new TreeMap<>();
            factors.forEach((index, own) -> product.put(index, own.multiply(factor)));
            return new Linear(product);
        }

        /** The first factor; there is one. */
        BigFraction first() {
            return factors.get(factors.firstKey());
        }

        BigFraction at(List<BigFraction> direction) {
            return factors.entrySet().stream().map(each -> each.getValue().multiply(direction.get(each.getKey())))
                    .reduce(BigFraction.ZERO, BigFraction::add);
        }
    }

    boolean isLinear() {
        return bends.isEmpty();
    }

    Form times(BigFraction factor) {
        if (factor.signum() == 0) {
            return ZERO;
        }
        Map<Linear, BigFraction> product = new HashMap<>();
        bends.forEach((line, own) -> product.put(line, own.multiply(factor)));
        return new Form(linear.times(factor), product);
    }

    static Form sum(List<Form> forms) {
        Map<Linear, BigFraction> bends = new HashMap<>();
        forms.forEach(form -> form.bends.forEach((line, factor) -> add(bends, line, factor)));
        return new Form(Linear.sum(forms.stream().map(Form::linear).toList()), bends);
    }

    private static <K> void add(Map<K, BigFraction> sums, K key, BigFraction value) {
        BigFraction sum = sums.getOrDefault(key, BigFraction.ZERO).add(value);
        if (sum.signum() == 0) {
            sums.remove(key);
        } else {
            sums.put(key, sum);
        }
    }

    /** At a kink, if this depends on one line only, {@code p <k, d> + c |<k, d>|}; empty otherwise. */
    private Optional<Form> through(Slopes slopes) {
        if (!slopes.bent()) {
            return Optional.of(times(slopes.left()));
        }
        if (linear.isZero() && bends.isEmpty()) {
            return Optional.of(ZERO);
        }
        Linear line = bends.isEmpty() ? linear.times(linear.first().reciprocal()) : bends.keySet().iterator().next();
        BigFraction p = linear.isZero() ? BigFraction.ZERO : linear.first();
        if (bends.size() > 1 || !line.times(p).equals(linear) && !linear.isZero()) {
            return Optional.empty();
        }
        BigFraction c = bends.getOrDefault(line, BigFraction.ZERO);
        BigFraction up = slopes.ahead(p.add(c));
        BigFraction down = slopes.ahead(c.subtract(p));
        return Optional.of(sum(List.of(
                new Form(line, Map.of()).times(up.subtract(down).multiply(BigFraction.ONE_HALF)),
                new Form(Linear.ZERO, Map.of(line, BigFraction.ONE)).times(up.add(down).multiply(BigFraction.ONE_HALF)))));
    }

    /** In every direction at once; empty where kinks above kinks give rates of another form. */
    static final class Everywhere implements Rules<Optional<Form>> {

        @Override
        public Optional<Form> parameter(int index) {
            return Optional.of(new Form(Linear.of(index), Map.of()));
        }

        @Override
        public Optional<Form> times(Optional<Form> rate, BigFraction factor) {
            return factor.signum() == 0 ? Optional.of(ZERO) : rate.map(form -> form.times(factor));
        }

        @Override
        public Optional<Form> sum(List<Optional<Form>> rates) {
            return rates.stream().allMatch(Optional::isPresent)
                    ? Optional.of(Form.sum(rates.stream().map(Optional::orElseThrow).toList()))
                    : Optional.empty();
        }

        @Override
        public Optional<Form> through(Slopes slopes, Optional<Form> argument) {
            return slopes.left().signum() == 0 && slopes.right().signum() == 0 ? Optional.of(ZERO)
                    : argument.flatMap(form -> form.through(slopes));
        }
    }
}
