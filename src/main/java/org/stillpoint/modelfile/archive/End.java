package org.stillpoint.modelfile.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.tensor.Bytes;

/**
 * What the end of an archive says of its directory.
 *
 * @param start where it begins
 * @param size how many bytes it takes
 * @param entries how many there are
 */
record End(long start, long size, long entries) {

    private static final int RECORD = 0x06054B50;
    private static final int RECORD_SIZE = 22;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int ZIP64_LOCATOR = 0x07064B50;
    private static final int ZIP64_LOCATOR_SIZE = 20;
    private static final int ZIP64_RECORD = 0x06064B50;
    private static final int ZIP64_RECORD_SIZE = 56;
    private static final int MANY = 0xFFFF;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    /** @throws FormatException if there is none, or what it says cannot be */
    static End find(Bytes archive) throws IOException {
        int count = (int) Math.min(archive.size(), RECORD_SIZE + MAX_COMMENT);
        long from = archive.size() - count;
        ByteBuffer tail = archive.read(from, count, ByteOrder.LITTLE_ENDIAN);
        for (int place = count - RECORD_SIZE; place >= 0; place--) {
            if (tail.getInt(place) == RECORD && (tail.getShort(place + 20) & 0xFFFF) == count - RECORD_SIZE - place) {
                return read(archive, tail.slice(place, RECORD_SIZE).order(ByteOrder.LITTLE_ENDIAN), from + place);
            }
        }
        throw new FormatException(archive.name() + ": no end of a zip archive, expected one: the file is damaged, or cut off");
    }

    private static End read(Bytes archive, ByteBuffer buffer, long place) throws IOException {
        int entries = buffer.getShort(10) & MANY;
        long size = buffer.getInt(12) & IN_ZIP64;
        long start = buffer.getInt(16) & IN_ZIP64;
        if (place >= ZIP64_LOCATOR_SIZE) {
            ByteBuffer locator = archive.read(place - ZIP64_LOCATOR_SIZE, ZIP64_LOCATOR_SIZE, ByteOrder.LITTLE_ENDIAN);
            if (locator.getInt(0) == ZIP64_LOCATOR) {
                End end = readLarge(archive, locator.getLong(8), place - ZIP64_LOCATOR_SIZE);
                require(archive, (entries == MANY || entries == end.entries) && (size == IN_ZIP64 || size == end.size)
                        && (start == IN_ZIP64 || start == end.start));
                return end;
            }
        }
        require(archive, buffer.getShort(4) == 0 && buffer.getShort(6) == 0 && entries == (buffer.getShort(8) & MANY));
        return within(archive, new End(start, size, entries), place);
    }

    private static End readLarge(Bytes archive, long place, long end) throws IOException {
        require(archive, place >= 0 && place <= end - ZIP64_RECORD_SIZE);
        ByteBuffer buffer = archive.read(place, ZIP64_RECORD_SIZE, ByteOrder.LITTLE_ENDIAN);
        require(archive, buffer.getInt(0) == ZIP64_RECORD && buffer.getInt(16) == 0 && buffer.getInt(20) == 0
                && buffer.getLong(24) == buffer.getLong(32));
        return within(archive, new End(buffer.getLong(48), buffer.getLong(40), buffer.getLong(32)), place);
    }

    private static End within(Bytes archive, End end, long place) {
        require(archive, end.start >= 0 && end.size >= 0 && end.entries >= 0 && end.start <= place
                && end.size == place - end.start);
        return end;
    }

    private static void require(Bytes archive, boolean holds) {
        if (!holds) {
            throw new FormatException(archive.name()
                    + ": a broken end of a zip archive, expected the place and size of the directory before it, on one disk");
        }
    }
}
