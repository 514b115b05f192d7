package org.stillpoint.lint.survey;

import java.util.stream.IntStream;
import org.stillpoint.modelfile.tensor.Code;

/**
 * Adds up, in one pass, the digests of all slices along the axes that are looked at, and what is not finite. Along an outer axis
 * a block adds one number; along the inner ones the places add up by themselves, and become slices at the end.
 */
final class SliceSums implements Walk.Visitor {

    private final Layout layout;
    private final PlaceKeys keys;
    private final Sums[] slices;
    private final Sums places;
    private final boolean hasOuter;
    private final boolean hasInner;
    private final long[] products = new long[Keys.LANES];
    private long notFinite;
    private long firstNotFinite = Long.MAX_VALUE;
    private long largest;

    /** @param looked which axes are looked at */
    SliceSums(Layout layout, PlaceKeys keys, boolean[] looked) {
        this.layout = layout;
        this.keys = keys;
        slices = new Sums[layout.axes()];
        for (int axis = 0; axis < layout.axes(); axis++) {
            slices[axis] = looked[axis] ? Sums.of((int) layout.sizes()[axis]) : null;
        }
        hasOuter = IntStream.range(0, layout.outer()).anyMatch(this::isDivided);
        hasInner = IntStream.range(layout.outer(), layout.axes()).anyMatch(this::isDivided);
        places = Sums.of(hasInner ? (int) layout.block() : 0);
    }

    /** Whether there are two or more slices along an axis that is looked at. */
    private boolean isDivided(int axis) {
        return slices[axis] != null && slices[axis].parts() > 1;
    }

    @Override
    public void see(long[] codes, int at, int count, long[] index, long place) {
        if (hasInner) {
            outerProducts(index, -1);
            addPlaces(codes, at, count, (int) place, products[0], products[1]);
        }
        long size = 0;
        for (int i = 0; i < count; i++) {
            size = Math.max(size, codes[at + i] & Long.MAX_VALUE);
        }
        if (size >= Code.INFINITY) {
            countNotFinite(codes, at, count, index, place);
        }
        largest = Math.max(largest, size);
        if (hasOuter && size != 0) {
            addBlock(codes, at, count, index, keys.from(place, count), size);
        }
    }

    private void addPlaces(long[] codes, int at, int count, int place, long first, long second) {
        long[] firsts = places.first();
        long[] seconds = places.second();
        long[] sizes = places.largest();
        for (int i = 0; i < count; i++) {
            long word = Keys.word(codes[at + i]);
            firsts[place + i] += word * first;
            seconds[place + i] += word * second;
        }
        for (int i = 0; i < count; i++) {
            sizes[place + i] = Math.max(sizes[place + i], codes[at + i] & Long.MAX_VALUE);
        }
    }

    private void addBlock(long[] codes, int at, int count, long[] index, int key, long size) {
        long[] firstKeys = keys.first();
        long[] secondKeys = keys.second();
        long first = 0;
        long second = 0;
        for (int i = 0; i < count; i++) {
            long word = Keys.word(codes[at + i]);
            first += word * firstKeys[key + i];
            second += word * secondKeys[key + i];
        }
        for (int axis = 0; axis < index.length; axis++) {
            if (isDivided(axis)) {
                outerProducts(index, axis);
                slices[axis].add((int) index[axis], first * products[0], second * products[1], size);
            }
        }
    }

    /** Products of the keys along the outer axes, but one. */
    private void outerProducts(long[] index, int without) {
        for (int lane = 0; lane < Keys.LANES; lane++) {
            long product = 1;
            for (int axis = 0; axis < index.length; axis++) {
                if (axis != without) {
                    product *= keys.key(lane, axis, index[axis]);
                }
            }
            products[lane] = product;
        }
    }

    private void countNotFinite(long[] codes, int at, int count, long[] index, long place) {
        long block = 0;
        for (int axis = 0; axis < index.length; axis++) {
            block = block * layout.sizes()[axis] + index[axis];
        }
        for (int i = 0; i < count; i++) {
            if (!Code.isFinite(codes[at + i])) {
                notFinite++;
                firstNotFinite = Math.min(firstNotFinite, block * layout.block() + place + i);
            }
        }
    }

    /** Adds what was found in another part of the tensor. */
    void add(SliceSums other) {
        for (int axis = 0; axis < slices.length; axis++) {
            if (slices[axis] != null) {
                slices[axis].add(other.slices[axis]);
            }
        }
        places.add(other.places);
        notFinite += other.notFinite;
        firstNotFinite = Math.min(firstNotFinite, other.firstNotFinite);
        largest = Math.max(largest, other.largest);
    }

    /** To be asked once, when all entries were seen: makes slices along the inner axes of the places. */
    void finish() {
        for (int axis = 0; axis < layout.axes(); axis++) {
            if (slices[axis] != null && !isDivided(axis)) {
                slices[axis].add(0, 0, 0, largest);
            } else if (isDivided(axis) && axis >= layout.outer()) {
                addPlaces(axis);
            }
        }
    }

    private void addPlaces(int axis) {
        for (int place = 0; place < places.parts(); place++) {
            slices[axis].add((int) layout.inner(axis, place), places.first()[place] * keys.product(0, place, axis),
                    places.second()[place] * keys.product(1, place, axis), places.largest()[place]);
        }
    }

    /** Null if the axis is not looked at. */
    Sums slices(int axis) {
        return slices[axis];
    }

    long notFinite() {
        return notFinite;
    }

    /** In row-major order; if all are finite any number. */
    long firstNotFinite() {
        return firstNotFinite;
    }

    /** The size of the largest entry, as a code. */
    long largest() {
        return largest;
    }
}
