package org.stillpoint.modelfile.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.tensor.Bytes;

/**
 * A zip archive. Entries that are stored as they are stay in it; those that are compressed are unpacked, each once, to one
 * temporary file that is gone when the archive is closed.
 */
public final class ZipArchive implements Closeable {

    private static final byte[] MAGIC = {'P', 'K', 3, 4};
    private static final byte[] MAGIC_OF_AN_EMPTY_ONE = {'P', 'K', 5, 6};
    private static final int LOCAL = 0x04034B50;
    private static final int LOCAL_SIZE = 30;

    private final Bytes archive;
    private final Map<String, ArchiveEntry> entries;
    private final Map<String, Long> places;
    private final Unpacked unpacked;

    private ZipArchive(Bytes archive, Map<String, ArchiveEntry> entries, Map<String, Long> places) {
        this.archive = archive;
        this.entries = entries;
        this.places = places;
        this.unpacked = new Unpacked(archive);
    }

    /** Whether bytes begin as those of a zip archive. */
    public static boolean isAtTheBeginningOf(byte[] head) {
        return beginsWith(head, MAGIC) || beginsWith(head, MAGIC_OF_AN_EMPTY_ONE);
    }

    private static boolean beginsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && ByteBuffer.wrap(head, 0, magic.length).equals(ByteBuffer.wrap(magic));
    }

    /**
     * The name of the first entry, as far as it can be seen in the first bytes of an archive.
     *
     * @return empty if they are not of an archive with one
     */
    public static String firstName(byte[] head) {
        if (!beginsWith(head, MAGIC) || head.length < LOCAL_SIZE) {
            return "";
        }
        int length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getShort(26) & 0xFFFF;
        return new String(head, LOCAL_SIZE, Math.min(length, head.length - LOCAL_SIZE), StandardCharsets.UTF_8);
    }

    /**
     * Reads what entries there are.
     *
     * @param archive is closed with what is returned, and by the caller if this fails
     * @throws FormatException if it is not well-formed: among others if entries have one name or overlap
     */
    public static ZipArchive open(Bytes archive) throws IOException {
        Directory directory = Directory.read(archive);
        Map<String, Long> places = new HashMap<>();
        List<ArchiveEntry> byPlace = new ArrayList<>(directory.entries().values());
        byPlace.sort(Comparator.comparingLong(ArchiveEntry::header));
        long free = 0;
        for (ArchiveEntry entry : byPlace) {
            long place = contentOf(archive, entry, free, directory.start());
            places.put(entry.name(), place);
            free = place + entry.stored();
        }
        return new ZipArchive(archive, directory.entries(), places);
    }

    /** Where an entry's bytes begin; all of it has to be from one place to another. */
    private static long contentOf(Bytes archive, ArchiveEntry entry, long from, long to) throws IOException {
        require(archive, entry, entry.header() >= from && entry.header() <= to - LOCAL_SIZE,
                "is not between its neighbours, expected entries that do not overlap");
        ByteBuffer local = archive.read(entry.header(), LOCAL_SIZE, ByteOrder.LITTLE_ENDIAN);
        int nameLength = local.getShort(26) & 0xFFFF;
        long content = entry.header() + LOCAL_SIZE + nameLength + (local.getShort(28) & 0xFFFF);
        require(archive, entry, local.getInt(0) == LOCAL && content <= to,
                "has no header of its own, expected one where the directory says");
        byte[] name = archive.read(entry.header() + LOCAL_SIZE, nameLength, ByteOrder.LITTLE_ENDIAN).array();
        require(archive, entry, new String(name, StandardCharsets.UTF_8).equals(entry.name())
                        && (local.getShort(8) != 0) == entry.isDeflated(),
                "is another one in its own header, expected the same name and method");
        require(archive, entry, entry.stored() <= to - content, "ends in the directory, expected entries that do not overlap");
        require(archive, entry, entry.isDeflated() || entry.size() == entry.stored(),
                "is stored in " + entry.stored() + " bytes, expected its size, " + entry.size());
        return content;
    }

    private static void require(Bytes archive, ArchiveEntry entry, boolean holds, String what) {
        if (!holds) {
            throw new FormatException(archive.name() + ": zip entry " + Quoted.of(entry.name()) + " " + what);
        }
    }

    /** All entries, in the order of the directory, those of folders among them. */
    public List<ArchiveEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** The entry of this name. */
    public Optional<ArchiveEntry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /**
     * The bytes of an entry of this archive, which are there until it is closed.
     *
     * @throws FormatException if it does not unpack to what the directory says, or to more than an archive of this size may
     * @throws IOException if there is no room for a temporary file
     */
    public Bytes open(ArchiveEntry entry) throws IOException {
        String name = archive.name() + ": " + Quoted.plain(entry.name());
        Bytes stored = archive.part(name, places.get(entry.name()), entry.stored());
        return entry.isDeflated() ? unpacked.of(entry, stored) : stored;
    }

    @Override
    public void close() throws IOException {
        try (archive) {
            unpacked.close();
        }
    }
}
