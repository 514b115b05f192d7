package org.stillpoint.modelfile.pytorch;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.archive.ArchiveEntry;
import org.stillpoint.modelfile.archive.ZipArchive;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.StoredEntries;
import org.stillpoint.modelfile.tensor.StridedEntries;
import org.stillpoint.modelfile.tensor.Weights;

/** The tensors of a file, each a view of a storage that others may share. */
final class Views {

    /** Tied weights are stored once and seen some times: tensors have at most so many entries for each byte of the file. */
    private static final long MAX_SHARING = 16;
    private static final long ALWAYS = 1 << 20;

    private final Bytes file;
    private final ZipArchive archive;
    private final String top;
    private final ByteOrder order;
    private final List<Weights> weights = new ArrayList<>();
    private final List<NotAnalysed> notAnalysed = new ArrayList<>();
    private long entries;

    /**
     * Of an archive.
     *
     * @param top the folder that all of it is in, with a slash
     */
    Views(Bytes file, ZipArchive archive, String top, ByteOrder order) {
        this.file = file;
        this.archive = archive;
        this.top = top;
        this.order = order;
    }

    /**
     * One more.
     *
     * @throws FormatException if its storage is not there or has another size, or an entry is not in it
     */
    void add(String name, Tensor tensor) throws IOException {
        try {
            if (tensor.type().type().isEmpty()) {
                notAnalysed.add(new NotAnalysed(name, "is stored as " + tensor.type().name() + ", a type that is not read"));
            } else {
                add(name, tensor, tensor.type().type().get());
            }
        } catch (FormatException e) {
            if (e.getMessage().startsWith(file.name() + ": ")) {
                throw e;
            }
            throw new FormatException(file.name() + ": tensor " + Quoted.of(name) + ": " + e.getMessage());
        }
    }

    /** Messages are without the name of the file. */
    private void add(String name, Tensor tensor, ElementType type) throws IOException {
        Dimensions dimensions = new Dimensions(tensor.sizes());
        Bytes bytes = storage(tensor.storage());
        long stored = bytes.size() / type.bytes();
        if (stored > 0 && dimensions.entries() > stored) {
            notAnalysed.add(new NotAnalysed(name, "repeats its " + stored + " stored entries to " + dimensions));
            return;
        }
        StridedEntries strided = new StridedEntries(bytes, tensor.offset(), type, order, dimensions, tensor.strides());
        entries += dimensions.entries();
        if (entries > Math.max(ALWAYS, MAX_SHARING * file.size())) {
            throw new FormatException("more than " + MAX_SHARING + " entries for each byte of the file,"
                    + " expected storages that few"
                    + " tensors share");
        }
        weights.add(Weights.of(name, type, dimensions, strided.isRowMajor()
                ? new StoredEntries(bytes, tensor.offset() * type.bytes(), type, order) : strided));
    }

    private Bytes storage(Storage storage) throws IOException {
        String name = top + "data/" + storage.key();
        ArchiveEntry entry = archive.entry(name).orElseThrow(() -> new FormatException("no storage " + Quoted.of(name)
                + ", expected one in the archive"));
        int width = storage.type().bytes();
        if (entry.size() % width != 0 || entry.size() / width != storage.count()) {
            throw new FormatException("storage " + Quoted.of(name) + " has " + entry.size()
                    + " bytes, expected " + storage.count()
                    + " of " + width + " each");
        }
        return archive.open(entry);
    }

    List<Weights> weights() {
        return weights;
    }

    List<NotAnalysed> notAnalysed() {
        return notAnalysed;
    }
}
