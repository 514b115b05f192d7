package org.stillpoint.lint.survey;

/** Adds up, in one pass, the digests of all blocks of a tensor that is cut. */
final class BlockSums implements Walk.Visitor {

    private final Cut cut;
    private final Runs runs;
    private final PlaceKeys keys;
    private final Sums sums;

    BlockSums(Cut cut, Runs runs, PlaceKeys keys) {
        this.cut = cut;
        this.runs = runs;
        this.keys = keys;
        sums = Sums.of(cut.blocks());
    }

    @Override
    public void see(long[] codes, int at, int count, long[] index, long place) {
        int outer = outerPart(index);
        if (outer < 0) {
            return;
        }
        int key = keys.from(place, count);
        long firstOuter = outerProduct(0, index);
        long secondOuter = outerProduct(1, index);
        int run = runs.at(place);
        for (int done = 0; done < count; run++) {
            int some = (int) Math.min(count - done, runs.starts()[run + 1] - place - done);
            if (runs.parts()[run] >= 0) {
                add(codes, at + done, some, key + done, outer + runs.parts()[run], firstOuter, secondOuter);
            }
            done += some;
        }
    }

    private void add(long[] codes, int at, int count, int key, int part, long firstOuter, long secondOuter) {
        long[] firstKeys = keys.first();
        long[] secondKeys = keys.second();
        long first = 0;
        long second = 0;
        long size = 0;
        for (int i = 0; i < count; i++) {
            long word = Keys.word(codes[at + i]);
            first += word * firstKeys[key + i];
            second += word * secondKeys[key + i];
        }
        for (int i = 0; i < count; i++) {
            size = Math.max(size, codes[at + i] & Long.MAX_VALUE);
        }
        sums.add(part, first * firstOuter, second * secondOuter, size);
    }

    /** As far as the outer axes tell it; -1 if these entries are in no block. */
    private int outerPart(long[] index) {
        int part = 0;
        for (int which = 0; which < cut.axes().size(); which++) {
            AxisCut each = cut.axes().get(which);
            if (each.axis() < index.length) {
                int group = each.groupOf()[(int) index[each.axis()]];
                if (group < 0) {
                    return -1;
                }
                part += group * cut.stride(which);
            }
        }
        return part;
    }

    private long outerProduct(int lane, long[] index) {
        long product = 1;
        for (int axis = 0; axis < index.length; axis++) {
            product *= keys.key(lane, axis, index[axis]);
        }
        return product;
    }

    Sums sums() {
        return sums;
    }
}
