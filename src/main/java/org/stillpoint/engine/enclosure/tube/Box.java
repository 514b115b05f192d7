package org.stillpoint.engine.enclosure.tube;

import java.util.Arrays;
import java.util.Optional;
import org.stillpoint.engine.enclosure.Problem;

/** How much one step can move parameters apart, for all of them in a box: kept as long as the tube stays in the box. */
final class Box {

    private final long[] base;
    private final long rho;
    private final Pattern pattern;
    private final boolean[] moving;
    private final long norm;
    private final long spread;

    private Box(long[] base, long rho, Pattern pattern, boolean[] moving, long norm, long spread) {
        this.base = base;
        this.rho = rho;
        this.pattern = pattern;
        this.moving = moving;
        this.norm = norm;
        this.spread = spread;
    }

    /** At least the norm of the derivative of a step in the box, with {@link Intervals#BITS} bits behind the point. */
    long norm() {
        return norm;
    }

    /** The part of it that the box's own width makes. */
    long spread() {
        return spread;
    }

    /** Whether all parameters within a reach of a point are in the box, and on its sides. */
    boolean holds(long[] point, long reach, Pattern sides, boolean[] nowMoving) {
        if (!pattern.equals(sides) || !Arrays.equals(moving, nowMoving)) {
            return false;
        }
        for (int i = 0; i < point.length; i++) {
            if (moving[i] && Math.abs(point[i] - base[i]) + reach > rho) {
                return false;
            }
        }
        return true;
    }

    /** Makes boxes for one training. */
    static final class Maker {

        private final Problem problem;
        private final Layout layout;
        private final HessianBox hessian;
        private final Expansion expansion;
        private final Optional<Momentum> momentum;
        private final Intervals box;
        private final Intervals matrix;
        private final Intervals scaled;
        private final Intervals factors = new Intervals(2);
        private final long[] middles;
        private final long[] radii;

        Maker(Problem problem, Layout layout, Optional<Momentum> momentum) {
            this.momentum = momentum;
            this.problem = problem;
            this.layout = layout;
            this.hessian = new HessianBox(problem, layout);
            this.expansion = new Expansion(layout.size());
            this.box = new Intervals(layout.size());
            int entries = layout.size() * layout.size();
            this.matrix = new Intervals(entries);
            this.scaled = new Intervals(1);
            this.middles = new long[entries];
            this.radii = new long[entries];
        }

        /**
         * @param point where each parameter is, at most one unit below it
         * @param still what a parameter that does not move is
         */
        Box around(long[] point, long rho, Intervals still, boolean[] moving, int step, Pattern pattern) {
            for (int i = 0; i < point.length; i++) {
                if (moving[i]) {
                    box.set(i, point[i], rho + 1);
                } else {
                    box.set(i, still, i);
                }
            }
            matrix.clear();
            for (int sample = problem.first(step); sample < problem.end(step); sample++) {
                hessian.add(box, sample, pattern, matrix);
            }
            scale(step, moving);
            long norm = norm();
            long radius = expansion.radius(radii);
            long spread = momentum.isPresent() ? momentum.get().spread(radius) : radius;
            return new Box(point.clone(), rho, pattern, moving.clone(), Intervals.checked(norm + spread), spread);
        }

        private long norm() {
            return momentum.isPresent()
                    ? momentum.get().norm(expansion.belowZero(middles), expansion.above(middles, 0)) : expansion.norm(middles);
        }

        /** {@code eta (H / count + q)}, the decay q for weights only; a parameter that does not move takes no part. */
        private void scale(int step, boolean[] moving) {
            factors.set(0, problem.descent().rate().multiply(problem.share(step)));
            factors.set(1, problem.descent().rate().multiply(problem.descent().decay()));
            int size = layout.size();
            for (int i = 0; i < size; i++) {
                for (int j = i; j < size; j++) {
                    int at = i * size + j;
                    scaled.set(0, 0, 0);
                    if (moving[i] && moving[j]) {
                        scaled.addProduct(0, factors, 0, matrix, at);
                        if (i == j && layout.isWeight(i)) {
                            scaled.add(0, factors, 1);
                        }
                    }
                    middles[at] = scaled.mid(0);
                    radii[at] = scaled.rad(0);
                }
            }
        }
    }
}
