package org.stillpoint.modelfile.hdf;

import io.jhdf.FractalHeap;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.BTreeRecord;
import java.nio.ByteBuffer;
import java.util.List;
import org.stillpoint.format.FormatException;

/**
 * Many links or attributes, as newer files keep them: records in a tree, each of which says where in a heap its content is.
 *
 * @param <R> the kind of the records
 */
record HdfIndex<R extends BTreeRecord>(List<R> records, FractalHeap heap) {

    /** What a file writes for an address where nothing is. */
    static final long NONE = -1;

    /** Bytes of a tree's header before the address of its root. */
    private static final int BEFORE_ROOT = 16;

    /** Bytes of a heap's header before, and then among, the numbers of the sizes that the file has chosen. */
    private static final int BEFORE_SIZES = 14;

    /** jhdf makes room for as many records and blocks as the headers claim: more than that are not believed. */
    private static final int MOST = 1 << 20;

    /** @throws FormatException if it claims more than it can have */
    static <R extends BTreeRecord> HdfIndex<R> of(HdfStorage storage, long tree, long heap) {
        int offset = storage.getSizeOfOffsets();
        int length = storage.getSizeOfLengths();
        ByteBuffer header = storage.readBufferFromAddress(tree, BEFORE_ROOT + offset + 2 + length);
        header.position(BEFORE_ROOT + offset + 2);
        requireFew(storage, Utils.readBytesAsUnsignedLong(header, length), "records");
        int width = BEFORE_SIZES + 10 * length + 2 * offset;
        ByteBuffer blocks = storage.readBufferFromAddress(heap, width + 2 + 2 * length + 4 + offset + 2);
        long columns = Short.toUnsignedLong(blocks.getShort(width));
        long rows = Short.toUnsignedLong(blocks.getShort(width + 2 + 2 * length + 4 + offset));
        requireFew(storage, columns * rows, "blocks");
        return new HdfIndex<>(new BTreeV2<R>(storage, tree).getRecords(), new FractalHeap(storage, heap));
    }

    private static void requireFew(HdfStorage storage, long count, String what) {
        if (count < 0 || count > MOST) {
            throw new FormatException(storage.bytes().name() + ": an index of " + count + " " + what
                    + ", expected at most " + MOST);
        }
    }

    ByteBuffer stored(ByteBuffer id) {
        return heap.getId(id);
    }
}
