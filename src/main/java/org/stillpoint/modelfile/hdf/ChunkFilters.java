package org.stillpoint.modelfile.hdf;

import io.jhdf.ObjectHeader;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.filter.ByteShuffleFilter;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What was done to the chunks of a tensor before they were stored, and is undone here: checksums, compression, sorted bytes. */
record ChunkFilters(List<FilterInfo> filters) {

    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int CHECKSUM = 3;
    private static final int CHECKSUM_BYTES = 4;

    /** @throws UnsupportedHdfException if something else was done to them */
    static ChunkFilters of(ObjectHeader header) {
        List<FilterInfo> filters = header.getMessagesOfType(FilterPipelineMessage.class).stream()
                .flatMap(message -> message.getFilters().stream()).toList();
        for (FilterInfo filter : filters) {
            boolean known = filter.getId() == DEFLATE || filter.getId() == CHECKSUM
                    || filter.getId() == SHUFFLE && filter.getData().length > 0 && filter.getData()[0] > 0;
            if (!known) {
                throw new UnsupportedHdfException("its entries are compressed by filter " + filter.getId());
            }
        }
        return new ChunkFilters(filters);
    }

    /**
     * The chunk as it was.
     *
     * @param stored the bytes in the file
     * @param skipped the numbers of filters that this chunk went without
     * @param size how many bytes it has
     * @throws IOException if it does not unpack to so many
     */
    byte[] undone(String name, byte[] stored, BitSet skipped, int size) throws IOException {
        byte[] content = stored;
        for (int i = filters.size() - 1; i >= 0; i--) {
            FilterInfo filter = filters.get(i);
            if (skipped.get(i)) {
                continue;
            }
            content = switch (filter.getId()) {
                case DEFLATE -> inflated(name, content, size + CHECKSUM_BYTES * filters.size());
                case SHUFFLE -> new ByteShuffleFilter().decode(content, filter.getData());
                default -> Arrays.copyOf(content, Math.max(content.length - CHECKSUM_BYTES, 0));
            };
        }
        if (content.length != size) {
            throw new IOException(name + ": a chunk of " + content.length + " bytes, expected " + size);
        }
        return content;
    }

    private static byte[] inflated(String name, byte[] packed, int most) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] content = new byte[most];
            int count = 0;
            while (!inflater.finished()) {
                int more = inflater.inflate(content, count, most - count);
                if (more == 0 && !inflater.finished()) {
                    throw new IOException(name + ": a compressed chunk that is cut off or too long, expected at most " + most
                            + " bytes");
                }
                count += more;
            }
            return Arrays.copyOf(content, count);
        } catch (DataFormatException e) {
            throw new IOException(name + ": a compressed chunk that is broken, expected one that unpacks", e);
        } finally {
            inflater.end();
        }
    }
}
