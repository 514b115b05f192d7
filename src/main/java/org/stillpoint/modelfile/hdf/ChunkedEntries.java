package org.stillpoint.modelfile.hdf;

import io.jhdf.ObjectHeader;
import io.jhdf.btree.BTreeV1;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;

/** Entries in chunks of one shape, each of which is stored by itself, perhaps compressed. */
final class ChunkedEntries implements Entries {

    /** Compression makes no more than so many bytes of one. */
    static final long MAX_RATIO = 1100;

    private static final int MAX_CHUNKS = 1 << 18;

    private final HdfStorage storage;
    private final String name;
    private final ElementType type;
    private final ByteOrder order;
    private final Dimensions dimensions;
    private final Dimensions chunk;
    private final Dimensions grid;
    private final ChunkFilters filters;
    private final Map<Long, Chunk> chunks;
    private final ChunkCache cache;

    private ChunkedEntries(HdfStorage storage, String name, ElementType type, ByteOrder order, Dimensions dimensions,
                           Dimensions chunk, ChunkFilters filters, Map<Long, Chunk> chunks, ChunkCache cache) {
        this.storage = storage;
        this.name = name;
        this.type = type;
        this.order = order;
        this.dimensions = dimensions;
        this.chunk = chunk;
        this.grid = grid(dimensions, chunk);
        this.filters = filters;
        this.chunks = chunks;
        this.cache = cache;
    }

    /**
     * @throws FormatException if the chunks are not those that the shape needs
     * @throws UnsupportedHdfException if they are too large to be unpacked, or some were never written
     */
    static ChunkedEntries of(HdfStorage storage, ObjectHeader header, String name, ChunkedDataLayoutMessage layout,
                             ElementType type, ByteOrder order, Dimensions dimensions, ChunkCache cache) {
        int[] shape = layout.getChunkDimensions();
        if (shape.length != dimensions.axes() || shape.length == 0 || Arrays.stream(shape).anyMatch(size -> size < 1)) {
            throw new FormatException(name + ": chunks of the shape " + Arrays.toString(shape) + ", expected "
                    + dimensions.axes() + " sizes of at least 1");
        }
        Dimensions chunk = chunk(shape, name);
        Dimensions grid = grid(dimensions, chunk);
        long needed = grid.entries() == 0 ? 0 : grid.entries() / grid.size(0);
        if (grid.entries() > MAX_CHUNKS || chunk.entries() > ChunkCache.MAX_BYTES / type.bytes() / Math.max(needed, 1)) {
            throw new UnsupportedHdfException("its entries are in chunks that are too many or too large");
        }
        Map<Long, Chunk> chunks = new HashMap<>();
        if (layout.getBTreeAddress() != HdfIndex.NONE) {
            for (Chunk each : BTreeV1.createDataBTree(storage, layout.getBTreeAddress(), shape.length).getChunks()) {
                chunks.put(number(each, chunk, grid, name), each);
            }
        }
        if (chunks.size() < grid.entries()) {
            throw new UnsupportedHdfException("a part of its entries was never written");
        }
        return new ChunkedEntries(storage, name, type, order, dimensions, chunk, ChunkFilters.of(header), chunks, cache);
    }

    private static Dimensions chunk(int[] shape, String name) {
        try {
            return Dimensions.of(Arrays.stream(shape).asLongStream().toArray());
        } catch (FormatException e) {
            throw new FormatException(name + ": chunks: " + e.getMessage());
        }
    }

    private static Dimensions grid(Dimensions dimensions, Dimensions chunk) {
        long[] counts = new long[chunk.axes()];
        Arrays.setAll(counts, axis -> (dimensions.size(axis) + chunk.size(axis) - 1) / chunk.size(axis));
        return Dimensions.of(counts);
    }

    private static long number(Chunk each, Dimensions chunk, Dimensions grid, String name) {
        int[] from = each.getChunkOffset();
        long number = 0;
        for (int axis = 0; axis < from.length; axis++) {
            long place = from[axis] / chunk.size(axis);
            if (from[axis] % chunk.size(axis) != 0 || place < 0 || place >= grid.size(axis)) {
                throw new FormatException(name + ": a chunk at " + Arrays.toString(from) + ", expected one of the " + grid
                        + " chunks");
            }
            number += place * grid.stride(axis);
        }
        return number;
    }

    /** How many bytes they take in the file. */
    long stored() {
        return chunks.values().stream().mapToLong(Chunk::getSize).sum();
    }

    @Override
    public void read(long from, long[] codes) throws IOException {
        Objects.checkFromIndexSize(from, codes.length, dimensions.entries());
        int last = dimensions.axes() - 1;
        int done = 0;
        while (done < codes.length) {
            long number = 0;
            long within = 0;
            long run = codes.length - done;
            for (int axis = 0; axis <= last; axis++) {
                long index = (from + done) / dimensions.stride(axis) % dimensions.size(axis);
                number += index / chunk.size(axis) * grid.stride(axis);
                within += index % chunk.size(axis) * chunk.stride(axis);
                if (axis == last) {
                    run = Math.min(run, Math.min(chunk.size(axis) - index % chunk.size(axis), dimensions.size(axis) - index));
                }
            }
            ByteBuffer content = ByteBuffer.wrap(content(number)).order(order).position((int) within * type.bytes());
            for (int i = 0; i < run; i++) {
                codes[done++] = type.next(content);
            }
        }
    }

    private byte[] content(long number) throws IOException {
        return cache.get(new ChunkCache.Key(this, number), () -> {
            Chunk stored = chunks.get(number);
            byte[] bytes = storage.bytes().read(storage.place(stored.getAddress()), stored.getSize(), order).array();
            return filters.undone(name, bytes, stored.getFilterMask(), (int) chunk.entries() * type.bytes());
        });
    }
}
