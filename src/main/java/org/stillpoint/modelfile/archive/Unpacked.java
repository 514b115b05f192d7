package org.stillpoint.modelfile.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.FileBytes;

/** Entries of one archive that have been unpacked, one behind the other in a temporary file. */
final class Unpacked implements Closeable {

    /** All entries together may be so many times as large as the archive. */
    private static final long MAX_RATIO = 200;
    /** So much may be unpacked of any archive, however small: weights that all have one value are a thousandth of their size. */
    private static final long ALWAYS = 1 << 28;
    /** No archive unpacks to more than this. */
    private static final long NEVER = 1L << 34;
    private static final int CHUNK = 1 << 16;

    private final String name;
    private final long allowed;
    private final Map<String, Bytes> entries = new HashMap<>();
    private long used;
    private FileChannel channel;

    Unpacked(Bytes archive) {
        this.name = archive.name();
        this.allowed = Math.min(NEVER, Math.max(ALWAYS, archive.size() * MAX_RATIO));
    }

    /** @param stored what the archive has of the entry */
    synchronized Bytes of(ArchiveEntry entry, Bytes stored) throws IOException {
        Bytes known = entries.get(entry.name());
        if (known != null) {
            return known;
        }
        if (entry.size() > allowed - used) {
            throw new FormatException(stored.name() + ": unpacks to " + entry.size() + " bytes after " + used
                    + " of others, expected at most " + allowed + " of an archive of this size");
        }
        long from = used;
        used += entry.size();
        try {
            Bytes bytes = inflated(entry, stored, from).part(stored.name(), from, entry.size());
            entries.put(entry.name(), bytes);
            return bytes;
        } catch (DataFormatException e) {
            throw new FormatException(stored.name() + ": is not packed as zip archives are, expected deflated bytes");
        }
    }

    /** The temporary file, with the entry from that place. */
    private Bytes inflated(ArchiveEntry entry, Bytes stored, long from) throws IOException, DataFormatException {
        open();
        Inflater inflater = new Inflater(true);
        try {
            CRC32 checksum = new CRC32();
            ByteBuffer packed = ByteBuffer.allocate((int) Math.min(CHUNK, stored.size()));
            ByteBuffer plain = ByteBuffer.allocate(CHUNK);
            long taken = 0;
            long made = 0;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    require(stored, taken < stored.size(), "ends within a block");
                    packed.clear().limit((int) Math.min(CHUNK, stored.size() - taken));
                    taken += packed.remaining();
                    stored.read(taken - packed.remaining(), packed);
                    inflater.setInput(packed.flip());
                }
                inflater.inflate(plain.clear());
                require(stored, !inflater.needsDictionary(), "asks for a dictionary");
                made += plain.flip().remaining();
                require(stored, made <= entry.size(), "unpacks to more");
                checksum.update(plain.duplicate());
                write(plain, from + made - plain.remaining());
            }
            require(stored, made == entry.size() && taken - inflater.getRemaining() == stored.size()
                    && checksum.getValue() == entry.checksum(), "unpacks to something else");
            return FileBytes.of(channel, name);
        } finally {
            inflater.end();
        }
    }

    private void write(ByteBuffer plain, long place) throws IOException {
        try {
            long next = place;
            while (plain.hasRemaining()) {
                next += channel.write(plain, next);
            }
        } catch (IOException e) {
            throw new IOException(name + ": " + used + " bytes do not go into a temporary file, expected room to unpack it", e);
        }
    }

    private static void require(Bytes stored, boolean holds, String what) {
        if (!holds) {
            throw new FormatException(stored.name() + ": " + what + ", expected as many bytes as the zip directory says, with its"
                    + " checksum");
        }
    }

    private void open() throws IOException {
        if (channel != null) {
            return;
        }
        try {
            Path path = Files.createTempFile("stillpoint", ".unpacked");
            channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new IOException(name + ": no temporary file can be made, expected room to unpack it", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
