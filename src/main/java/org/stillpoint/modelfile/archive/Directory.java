package org.stillpoint.modelfile.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.tensor.Bytes;

/**
 * The list of entries at the end of an archive.
 *
 * @param start where it begins
 * @param entries by name, in its order
 */
record Directory(long start, Map<String, ArchiveEntry> entries) {

    private static final int MAX_ENTRIES = 100_000;
    private static final int MAX_BYTES = 1 << 24;

    private static final int ENTRY = 0x02014B50;
    private static final int ENTRY_SIZE = 46;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ZIP64 = 1;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    /** @throws FormatException if it is not well-formed, or has two entries of one name */
    static Directory read(Bytes archive) throws IOException {
        End end = End.find(archive);
        if (end.entries() > MAX_ENTRIES || end.size() > MAX_BYTES) {
            throw new FormatException(archive.name() + ": a zip directory of " + end.entries() + " entries in " + end.size()
                    + " bytes, expected at most " + MAX_ENTRIES + " in " + MAX_BYTES);
        }
        ByteBuffer buffer = archive.read(end.start(), (int) end.size(), ByteOrder.LITTLE_ENDIAN);
        Map<String, ArchiveEntry> entries = new LinkedHashMap<>();
        for (long i = 0; i < end.entries(); i++) {
            ArchiveEntry entry = entry(archive, buffer);
            if (entries.put(entry.name(), entry) != null) {
                throw new FormatException(archive.name() + ": two zip entries " + Quoted.of(entry.name())
                        + ", expected different names");
            }
        }
        if (buffer.hasRemaining()) {
            throw new FormatException(archive.name() + ": " + buffer.remaining() + " bytes after the " + end.entries()
                    + " entries of the zip directory, expected none");
        }
        return new Directory(end.start(), entries);
    }

    private static ArchiveEntry entry(Bytes archive, ByteBuffer buffer) {
        require(archive, buffer.remaining() >= ENTRY_SIZE && buffer.getInt(buffer.position()) == ENTRY);
        int from = buffer.position();
        int flags = buffer.getShort(from + 8);
        int method = buffer.getShort(from + 10) & 0xFFFF;
        int nameLength = buffer.getShort(from + 28) & 0xFFFF;
        int extraLength = buffer.getShort(from + 30) & 0xFFFF;
        int commentLength = buffer.getShort(from + 32) & 0xFFFF;
        require(archive, buffer.remaining() - ENTRY_SIZE >= nameLength + extraLength + commentLength);
        String name = new String(buffer.array(), from + ENTRY_SIZE, nameLength, StandardCharsets.UTF_8);
        if ((flags & ENCRYPTED) != 0 || method != STORED && method != DEFLATED) {
            throw new FormatException(archive.name() + ": zip entry " + Quoted.of(name) + " is packed by method " + method
                    + ((flags & ENCRYPTED) != 0 ? " and encrypted" : "") + ", expected stored or deflated");
        }
        ByteBuffer extra = buffer.slice(from + ENTRY_SIZE + nameLength, extraLength).order(ByteOrder.LITTLE_ENDIAN);
        seekZip64(extra);
        long size = inZip64(archive, extra, buffer.getInt(from + 24) & IN_ZIP64);
        long stored = inZip64(archive, extra, buffer.getInt(from + 20) & IN_ZIP64);
        long header = inZip64(archive, extra, buffer.getInt(from + 42) & IN_ZIP64);
        buffer.position(from + ENTRY_SIZE + nameLength + extraLength + commentLength);
        return new ArchiveEntry(name, size, stored, method == DEFLATED, buffer.getInt(from + 16) & 0xFFFFFFFFL, header);
    }

    /** Leaves of the additional fields what the one of large archives has, or nothing. */
    private static void seekZip64(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xFFFF;
            int length = Math.min(extra.getShort() & 0xFFFF, extra.remaining());
            if (id == ZIP64) {
                extra.limit(extra.position() + length);
                return;
            }
            extra.position(extra.position() + length);
        }
        extra.position(extra.limit());
    }

    private static long inZip64(Bytes archive, ByteBuffer extra, long value) {
        if (value != IN_ZIP64) {
            return value;
        }
        require(archive, extra.remaining() >= 8);
        long large = extra.getLong();
        require(archive, large >= 0);
        return large;
    }

    private static void require(Bytes archive, boolean holds) {
        if (!holds) {
            throw new FormatException(archive.name() + ": a broken zip directory, expected entries as its end counts them");
        }
    }
}
