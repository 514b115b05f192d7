package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * What stands in a tensor, found in one pass through its entries, and another one through those that seem to be equal. Memory
 * does not grow with the entries, only with the slices: at most some 100 MB, and below 20 MB for tensors with up to 10 000
 * slices.
 *
 * @param zero whether all entries are 0
 * @param notFinite how many entries are infinite or no numbers
 * @param firstNotFinite the place of the first of these, in row-major order
 * @param largest the size of the largest entry, as a code; 0 if there are no entries
 * @param slices along each axis, by its number
 */
public record Survey(Weights weights, boolean zero, long notFinite, OptionalLong firstNotFinite, long largest,
                     List<Slices> slices) {

    /** Longer axes are not looked at: they would take too much memory. */
    public static final int LONGEST_AXIS = 1 << 19;

    /** Of tensors with more axes the first two and the last two are looked at. */
    public static final int MOST_AXES = 5;

    /** More parts are read at the same time only if all have fewer sums than this together. */
    private static final long MOST_SUMS = 1 << 21;

    public Survey {
        slices = List.copyOf(slices);
    }

    /**
     * @throws IOException if the entries cannot be read
     * @throws ArithmeticException if an entry is an integer that no binary64 holds exactly
     */
    public static Survey of(Weights weights) throws IOException {
        return of(weights, Progress.NONE);
    }

    /**
     * The same, and somebody is told how far it has come.
     *
     * @throws IOException if the entries cannot be read
     * @throws ArithmeticException if an entry is an integer that no binary64 holds exactly
     */
    public static Survey of(Weights weights, Progress progress) throws IOException {
        return of(weights, progress, Settings.USUAL);
    }

    /**
     * Surveys of many tensors, in their order: of small ones several at once.
     *
     * @throws IOException if the entries of one cannot be read
     * @throws ArithmeticException if an entry is an integer that no binary64 holds exactly
     */
    public static List<Survey> all(List<Weights> weights, Progress progress) throws IOException {
        int[] small = IntStream.range(0, weights.size())
                .filter(i -> weights.get(i).dimensions().entries() < Settings.USUAL.largest()).toArray();
        Iterator<Survey> ofSmall = AtOnce.of(small, i -> of(weights.get(i), progress)).iterator();
        List<Survey> surveys = new ArrayList<>();
        for (Weights each : weights) {
            boolean isSmall = each.dimensions().entries() < Settings.USUAL.largest();
            surveys.add(isSmall ? ofSmall.next() : of(each, progress));
        }
        return surveys;
    }

    static Survey of(Weights weights, Progress progress, Settings settings) throws IOException {
        Dimensions dimensions = weights.dimensions();
        if (dimensions.entries() == 0) {
            return new Survey(weights, true, 0, OptionalLong.empty(), 0,
                    IntStream.range(0, dimensions.axes()).mapToObj(Slices::notLooked).toList());
        }
        boolean[] looked = looked(dimensions);
        SliceSums sums = sums(weights, looked, progress, settings);
        List<Slices> slices = new ArrayList<>();
        for (int axis = 0; axis < dimensions.axes(); axis++) {
            slices.add(looked[axis] ? slices(weights, axis, sums.slices(axis)) : Slices.notLooked(axis));
        }
        return new Survey(weights, sums.largest() == 0, sums.notFinite(),
                sums.notFinite() == 0 ? OptionalLong.empty() : OptionalLong.of(sums.firstNotFinite()), sums.largest(), slices);
    }

    /** Which axes are looked at. */
    static boolean[] looked(Dimensions dimensions) {
        int axes = dimensions.axes();
        boolean[] looked = new boolean[axes];
        for (int axis = 0; axis < axes; axis++) {
            boolean isAsked = axes <= MOST_AXES || axis < 2 || axis >= axes - 2;
            looked[axis] = isAsked && dimensions.size(axis) <= LONGEST_AXIS;
        }
        return looked;
    }

    static SliceSums sums(Weights weights, boolean[] looked, Progress progress, Settings settings) throws IOException {
        Layout layout = Layout.of(weights.dimensions());
        PlaceKeys keys = new PlaceKeys(settings.keys(), layout, new int[layout.axes()][]);
        long sums = layout.block() + IntStream.range(0, looked.length).filter(axis -> looked[axis])
                .mapToLong(axis -> layout.sizes()[axis]).sum();
        int most = (int) Math.max(1, Math.min(settings.parts(), MOST_SUMS / sums));
        List<SliceSums> parts = Walk.through(weights, layout, settings, most, progress,
                () -> new SliceSums(layout, keys.copy(), looked));
        SliceSums all = parts.get(0);
        parts.stream().skip(1).forEach(all::add);
        all.finish();
        return all;
    }

    private static Slices slices(Weights weights, int axis, Sums sums) throws IOException {
        int[] all = IntStream.range(0, sums.parts()).toArray();
        List<Integer> zero = Arrays.stream(all).filter(sums::isZero).boxed().toList();
        List<int[]> equal = EqualParts.of(weights, SlicePlaces.of(weights.dimensions(), axis), sums, all);
        List<Tiny> tiny = Arrays.stream(all).filter(part -> !sums.isZero(part) && sums.largest()[part] <= Tiny.BOUND)
                .mapToObj(part -> new Tiny(part, sums.largest()[part])).toList();
        return new Slices(axis, true, zero, equal.stream().map(each -> Arrays.stream(each).boxed().toList()).toList(), tiny);
    }
}
