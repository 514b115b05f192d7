package org.stillpoint.kink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kink.Form.Linear;

/**
 * The cells of directions: all along which the same pre-activations leave their kinks to the same sides. In each of them the
 * right derivative is linear; the directions beside them are limits of those in them.
 */
final class Cells {

    /** Entries of tableaus, about as many as a few seconds are enough for. */
    private static final long MOST_WORK = 5_000_000;

    private final OneSided loss;
    private final Linear linear;
    private final Deque<List<Integer>> open = new ArrayDeque<>(List.of(List.of()));
    private long work;

    private Cells(OneSided loss, Linear linear) {
        this.loss = loss;
        this.linear = linear;
    }

    /**
     * What comes of looking for a direction along which the right derivative is not that of a linear function.
     *
     * @param complete whether all cells were looked through, if none is found
     */
    record Search(Optional<List<BigFraction>> found, boolean complete) {
    }

    static Search against(OneSided loss, Linear linear) {
        return new Cells(loss, linear).search();
    }

    private Search search() {
        while (!open.isEmpty()) {
            Cell cell = new Cell(open.pop());
            Linear off = loss.mean(cell).plus(linear.times(BigFraction.MINUS_ONE));
            if (work > MOST_WORK) {
                return new Search(Optional.empty(), false);
            }
            open.addAll(cell.others);
            if (!off.isZero()) {
                return new Search(Optional.of(inside(cell.positive, off)), true);
            }
        }
        return new Search(Optional.empty(), true);
    }

    /** A direction of a cell along which a linear function is not 0: near any other, that of the function itself leads to one. */
    private List<BigFraction> inside(List<Linear> positive, Linear function) {
        List<BigFraction> within = entries(Cone.inside(positive).orElseThrow());
        List<BigFraction> along = entries(function);
        List<BigFraction> direction = within;
        for (BigFraction step = BigFraction.ONE; function.at(direction).signum() == 0 || !isIn(positive, direction);
                step = step.multiply(BigFraction.ONE_HALF)) {
            BigFraction factor = step;
            direction = IntStream.range(0, within.size())
                    .mapToObj(i -> within.get(i).add(along.get(i).multiply(factor))).toList();
        }
        return direction;
    }

    private static boolean isIn(List<Linear> positive, List<BigFraction> direction) {
        return positive.stream().allMatch(function -> function.at(direction).signum() > 0);
    }

    private List<BigFraction> entries(Linear direction) {
        return IntStream.range(0, loss.parameters())
                .mapToObj(i -> direction.factors().getOrDefault(i, BigFraction.ZERO)).toList();
    }

    /** Rates in one cell; the first sides are given, and each later one is where there is a direction. */
    private final class Cell implements Rules<Linear> {

        private final List<Integer> given;
        private final List<Integer> sides = new ArrayList<>();
        private final List<Linear> positive = new ArrayList<>();
        private final List<List<Integer>> others = new ArrayList<>();

        Cell(List<Integer> given) {
            this.given = given;
        }

        @Override
        public Linear parameter(int index) {
            return Linear.of(index);
        }

        @Override
        public Linear times(Linear rate, BigFraction factor) {
            return factor.signum() == 0 ? Linear.ZERO : rate.times(factor);
        }

        @Override
        public Linear sum(List<Linear> rates) {
            return Linear.sum(rates);
        }

        @Override
        public Linear through(Slopes slopes, Linear argument) {
            if (!slopes.bent() || argument.isZero()) {
                return times(argument, slopes.left());
            }
            int side = sides.size() < given.size() ? given.get(sides.size()) : side(argument);
            sides.add(side);
            positive.add(argument.times(new BigFraction(side)));
            return times(argument, side > 0 ? slopes.right() : slopes.left());
        }

        private int side(Linear argument) {
            boolean above = canBePositive(argument);
            if (above && canBePositive(argument.times(BigFraction.MINUS_ONE))) {
                List<Integer> other = new ArrayList<>(sides);
                other.add(-1);
                others.add(other);
            }
            return above ? 1 : -1;
        }

        private boolean canBePositive(Linear argument) {
            List<Linear> all = new ArrayList<>(positive);
            all.add(argument);
            work += Cone.work(all);
            return work > MOST_WORK || Cone.inside(all).isPresent();
        }
    }
}
