package org.stillpoint.modelfile.hdf;

import io.jhdf.ObjectHeader;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.CompactDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;
import org.stillpoint.modelfile.tensor.StoredEntries;

/** Where the entries of tensors are, checked against the bytes that the file has, all tensors together. */
final class HdfEntries {

    private static final int NULL_SPACE = 2;

    private final HdfStorage storage;
    private final ChunkCache chunks = new ChunkCache();
    private long left;

    HdfEntries(HdfStorage storage) {
        this.storage = storage;
        this.left = storage.bytes().size();
    }

    /**
     * A tensor.
     *
     * @return empty if its entries are no numbers that we read
     * @throws UnsupportedHdfException if they are stored in a way that is not understood
     * @throws FormatException if what it claims cannot be
     */
    Optional<HdfDataset> of(ObjectHeader header, String path) {
        DataType type = header.getMessageOfType(DataTypeMessage.class).getDataType();
        DataSpace space = header.getMessageOfType(DataSpaceMessage.class).getDataSpace();
        return space.getType() == NULL_SPACE ? Optional.empty() : HdfTypes.of(type, calledType(header)).map(element -> {
            Dimensions dimensions = dimensions(space, path);
            return new HdfDataset(path, element, dimensions, entries(header, path, element, HdfTypes.order(type), dimensions));
        });
    }

    private Optional<String> calledType(ObjectHeader header) {
        try {
            return new HdfAttributes(storage, header).strings("dtype").filter(texts -> texts.size() == 1)
                    .map(texts -> texts.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dimensions dimensions(DataSpace space, String path) {
        try {
            return new Dimensions(Arrays.stream(space.getDimensions()).mapToObj(size -> (long) size).toList());
        } catch (FormatException e) {
            throw new FormatException(storage.bytes().name() + ": " + Quoted.plain(path) + ": " + e.getMessage());
        }
    }

    private Entries entries(ObjectHeader header, String path, ElementType type, ByteOrder order, Dimensions dimensions) {
        DataLayoutMessage layout = header.getMessageOfType(DataLayoutMessage.class);
        String name = storage.bytes().name() + ": " + Quoted.plain(path);
        if (dimensions.entries() > storage.bytes().size() * ChunkedEntries.MAX_RATIO / type.bytes()) {
            throw new FormatException(name + ": " + dimensions + " entries, expected no more than a file of "
                    + storage.bytes().size() + " bytes can have");
        }
        long size = dimensions.entries() * type.bytes();
        if (layout instanceof CompactDataLayoutMessage compact) {
            return stored(inMemory(name, compact.getDataBuffer()), 0, size, type, order);
        }
        if (layout instanceof ContiguousDataLayoutMessage contiguous) {
            if (contiguous.getAddress() == HdfIndex.NONE && size > 0) {
                throw new UnsupportedHdfException("its entries were never written");
            }
            long from = size == 0 ? 0 : storage.place(contiguous.getAddress());
            Entries entries = stored(storage.bytes(), from, size, type, order);
            take(size);
            return entries;
        }
        if (layout instanceof ChunkedDataLayoutMessage chunked) {
            ChunkedEntries entries = ChunkedEntries.of(storage, header, name, chunked, type, order, dimensions, chunks);
            take(entries.stored());
            return entries;
        }
        throw new UnsupportedHdfException("its entries are in chunks that are indexed in a newer way");
    }

    private void take(long size) {
        left -= size;
        if (left < 0) {
            throw new FormatException(storage.bytes().name() + ": tensors that take more than the " + storage.bytes().size()
                    + " bytes of the file, expected ones that do not overlap");
        }
    }

    private static Bytes inMemory(String name, ByteBuffer buffer) {
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        return Bytes.of(name, content);
    }

    private static Entries stored(Bytes bytes, long from, long size, ElementType type, ByteOrder order) {
        try {
            bytes.requireRange(from, size);
        } catch (EOFException e) {
            throw new UncheckedIOException(e);
        }
        return new StoredEntries(bytes, from, type, order);
    }
}
