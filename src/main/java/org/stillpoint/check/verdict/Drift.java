package org.stillpoint.check.verdict;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * How twins, hidden units that start with equal weights and biases, part in the training of a program. In exact arithmetic
 * they never do (SYM-2); in floating point they do where the program adds up the same terms in two orders (SYM-14). That is no
 * mistake.
 *
 * @param widths inputs, hidden units, outputs; all hidden units are twins
 * @param batch the samples of each step, which are all there are
 * @param steps the most that were followed, from 0
 * @param first the first step after which twins were seen to differ; empty if they never were
 * @param gaps after numbers of steps that grow
 * @param exact in an exact run of the same training, which is short, as exact numbers grow long
 */
public record Drift(List<Integer> widths, int batch, int steps, Optional<Integer> first, List<Gap> gaps, Gap exact) {

    /**
     * How far twins are apart.
     *
     * @param size the largest absolute difference between a parameter of a unit and that of its twin: incoming weights, bias,
     *     outgoing weights
     */
    public record Gap(int steps, BigFraction size) {
    }

    public Drift {
        widths = List.copyOf(widths);
        gaps = List.copyOf(gaps);
    }

    public boolean part() {
        return first.isPresent();
    }

    /** The largest gap that was seen; empty if no step was followed. */
    public Optional<Gap> largest() {
        return gaps.stream().reduce((a, b) -> b.size().compareTo(a.size()) > 0 ? b : a);
    }

    /** The gap after the most steps up to a number of them; empty if no step up to it was followed. */
    public Optional<Gap> after(int limit) {
        return gaps.stream().filter(gap -> gap.steps() <= limit).reduce((a, b) -> b);
    }
}
