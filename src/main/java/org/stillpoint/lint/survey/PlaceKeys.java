package org.stillpoint.lint.survey;

/**
 * The keys of the places of a block, in two lanes: a table, or, of blocks too long for that, made again where they are needed.
 * An axis may have other indices than those of the tensor, as a cut one has.
 */
final class PlaceKeys {

    /** Longer blocks have no table. */
    static final int TABLE = 1 << 19;

    private final Keys keys;
    private final Layout layout;
    private final int[][] positions;
    private final boolean isTable;
    private long[] first;
    private long[] second;

    /** @param positions for each axis the position that stands for each index, null if that is the index itself */
    PlaceKeys(Keys keys, Layout layout, int[][] positions) {
        this.keys = keys;
        this.layout = layout;
        this.positions = positions;
        isTable = layout.block() <= TABLE;
        first = new long[isTable ? (int) layout.block() : 0];
        second = new long[first.length];
        fill(0, first.length);
    }

    private PlaceKeys(PlaceKeys table) {
        keys = table.keys;
        layout = table.layout;
        positions = table.positions;
        isTable = table.isTable;
        first = table.first;
        second = table.second;
    }

    /** The same for another thread. */
    PlaceKeys copy() {
        return new PlaceKeys(this);
    }

    /** Makes keys from this place on be there, and says where they begin in {@link #first} and {@link #second}. */
    int from(long place, int count) {
        if (isTable) {
            return (int) place;
        }
        if (first.length < count) {
            first = new long[count];
            second = new long[count];
        }
        fill(place, count);
        return 0;
    }

    long[] first() {
        return first;
    }

    long[] second() {
        return second;
    }

    /** The product of the keys of a place of a block along all inner axes but one. */
    long product(int lane, long place, int without) {
        long product = 1;
        for (int axis = layout.outer(); axis < layout.axes(); axis++) {
            if (axis != without) {
                product *= key(lane, axis, layout.inner(axis, place));
            }
        }
        return product;
    }

    /** The key of an index of the tensor along an axis. */
    long key(int lane, int axis, long index) {
        return keys.key(lane, axis, positions[axis] == null ? index : positions[axis][(int) index]);
    }

    private void fill(long place, int count) {
        for (int i = 0; i < count; i++) {
            first[i] = product(0, place + i, -1);
            second[i] = product(1, place + i, -1);
        }
    }
}
