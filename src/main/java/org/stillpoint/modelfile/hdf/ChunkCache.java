package org.stillpoint.modelfile.hdf;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Chunks that have been unpacked, the latest {@link #MAX_BYTES} bytes of them. May be used by several threads. */
final class ChunkCache {

    static final long MAX_BYTES = 1L << 25;

    /** A chunk of a tensor. */
    record Key(ChunkedEntries tensor, long number) {
    }

    /** Reads and unpacks a chunk. */
    interface Loader {

        byte[] load() throws IOException;
    }

    /** Those used last come last. */
    private final Map<Key, byte[]> chunks = new LinkedHashMap<>();
    private long bytes;

    synchronized byte[] get(Key key, Loader loader) throws IOException {
        byte[] found = chunks.remove(key);
        if (found != null) {
            chunks.put(key, found);
            return found;
        }
        byte[] loaded = loader.load();
        bytes += loaded.length;
        Iterator<byte[]> oldest = chunks.values().iterator();
        while (bytes > MAX_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().length;
            oldest.remove();
        }
        chunks.put(key, loaded);
        return loaded;
    }
}
