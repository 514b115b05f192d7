package org.stillpoint.modelfile.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.Hostile;
import org.stillpoint.modelfile.tensor.Bytes;

class ZipArchiveTest {

    private static final byte[] LETTERS = "letters".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOISE = noise(100_000);

    /** Of an archive with the one stored entry "a", from its end: where the directory has things. */
    private static final int END = 22;
    private static final int DIRECTORY = 47 + END;

    @Test
    void storedAndDeflatedEntriesAreRead() throws IOException {
        byte[] archive = zip(out -> {
            add(out, "folder/", ZipEntry.STORED, new byte[0]);
            add(out, "folder/stored", ZipEntry.STORED, LETTERS);
            add(out, "folder/deflated", ZipEntry.DEFLATED, LETTERS);
            add(out, "noise", ZipEntry.DEFLATED, NOISE);
            add(out, "nothing", ZipEntry.DEFLATED, new byte[0]);
            add(out, "zeros", ZipEntry.DEFLATED, new byte[1_000_000]);
        });
        try (ZipArchive zip = ZipArchive.open(Bytes.of("a.zip", archive))) {
            assertThat(zip.entries()).extracting(ArchiveEntry::name)
                    .containsExactly("folder/", "folder/stored", "folder/deflated", "noise", "nothing", "zeros");
            assertThat(content(zip, "folder/stored")).isEqualTo(LETTERS);
            assertThat(content(zip, "zeros")).isEqualTo(new byte[1_000_000]);
            assertThat(content(zip, "noise")).isEqualTo(NOISE);
            assertThat(content(zip, "folder/deflated")).isEqualTo(LETTERS);
            assertThat(content(zip, "nothing")).isEmpty();
            assertThat(content(zip, "noise")).isEqualTo(NOISE);
            assertThat(zip.entry("other")).isEmpty();
            assertThat(zip.open(zip.entry("noise").orElseThrow()).name()).isEqualTo("a.zip: noise");
        }
    }

    @Test
    void whatIsUnpackedIsGoneWhenTheArchiveIsClosed() throws IOException {
        List<Path> before = unpacked();
        try (ZipArchive zip = ZipArchive.open(Bytes.of("a.zip", zip(out -> add(out, "noise", ZipEntry.DEFLATED, NOISE))))) {
            assertThat(content(zip, "noise")).isEqualTo(NOISE);
        }
        assertThat(unpacked()).isSubsetOf(before);
    }

    @Test
    void namesAreNoPaths() throws IOException {
        byte[] archive = zip(out -> add(out, "../../tmp/stillpoint-outside", ZipEntry.DEFLATED, LETTERS));
        try (ZipArchive zip = ZipArchive.open(Bytes.of("a.zip", archive))) {
            assertThat(content(zip, "../../tmp/stillpoint-outside")).isEqualTo(LETTERS);
        }
        assertThat(Path.of("/tmp/stillpoint-outside")).doesNotExist();
        assertThat(Path.of("../../tmp/stillpoint-outside")).doesNotExist();
    }

    @Test
    void anArchiveMayHaveACommentAndNothingElse() throws IOException {
        byte[] archive = zip(out -> out.setComment("PK and more"));
        try (ZipArchive zip = ZipArchive.open(Bytes.of("a.zip", archive))) {
            assertThat(zip.entries()).isEmpty();
        }
    }

    @Test
    void sizesMayBeInTheFieldsOfLargeArchives() throws IOException {
        try (ZipArchive zip = ZipArchive.open(Bytes.of("a.zip", large()))) {
            assertThat(content(zip, "a")).isEqualTo(LETTERS);
        }
    }

    @Test
    void anArchiveThatIsCutOffAnywhereIsRefusedInOneLine() {
        byte[] deflated = zip(out -> {
            add(out, "a", ZipEntry.STORED, LETTERS);
            add(out, "b", ZipEntry.DEFLATED, LETTERS);
        });
        for (byte[] whole : List.of(deflated, large())) {
            for (int length = 0; length < whole.length; length++) {
                assertRefused(Arrays.copyOf(whole, length), "");
            }
        }
    }

    @Test
    void anyByteMayBeWrong() {
        byte[] whole = zip(out -> {
            add(out, "a", ZipEntry.STORED, LETTERS);
            add(out, "b", ZipEntry.DEFLATED, LETTERS);
        });
        for (byte[] archive : List.of(whole, large())) {
            for (int place = 0; place < archive.length; place++) {
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    byte[] wrong = archive.clone();
                    wrong[place] ^= (byte) (1 << bit);
                    refusal(wrong).forEach(Hostile::assertOneLine);
                }
            }
        }
    }

    @Test
    void twoEntriesOfOneNameAreRefused() {
        byte[] archive = zip(out -> {
            add(out, "a", ZipEntry.STORED, LETTERS);
            add(out, "b", ZipEntry.STORED, LETTERS);
        });
        for (int i = 0; i < archive.length; i++) {
            archive[i] = archive[i] == 'b' ? (byte) 'a' : archive[i];
        }
        assertRefused(archive, "two zip entries \"a\", expected different names");
    }

    @Test
    void entriesThatOverlapAreRefused() {
        byte[] archive = zip(out -> {
            add(out, "a", ZipEntry.STORED, LETTERS);
            add(out, "b", ZipEntry.STORED, LETTERS);
        });
        buffer(archive).putInt(archive.length - END - 5, 0);

        assertRefused(archive, "is not between its neighbours, expected entries that do not overlap");
    }

    @Test
    void anEntryThatIsLargerThanTheArchiveIsRefused() {
        assertRefused(one(archive -> archive.putInt(archive.limit() - DIRECTORY + 20, 8)
                .putInt(archive.limit() - DIRECTORY + 24, 8)),
                "ends in the directory");
        assertRefused(one(archive -> archive.putInt(archive.limit() - DIRECTORY + 24, 6)),
                "is stored in 7 bytes, expected its size, 6");
        assertRefused(one(archive -> archive.putInt(archive.limit() - DIRECTORY + 24, -1)), "a broken zip directory");
    }

    @Test
    void aHeaderThatSaysSomethingElseIsRefused() {
        assertRefused(one(archive -> archive.put(30, (byte) 'b')), "is another one in its own header");
        assertRefused(one(archive -> archive.put(8, (byte) 8)), "is another one in its own header");
        assertRefused(one(archive -> archive.put(0, (byte) 'b')), "has no header of its own");
        assertRefused(one(archive -> archive.putShort(28, (short) -1)), "has no header of its own");
    }

    @Test
    void otherMethodsAreRefused() {
        assertRefused(one(archive -> archive.put(archive.limit() - DIRECTORY + 10, (byte) 12)),
                "is packed by method 12, expected");
        assertRefused(one(archive -> archive.put(archive.limit() - DIRECTORY + 8, (byte) 1)), "and encrypted, expected");
    }

    @Test
    void anEndThatCountsWronglyIsRefused() {
        assertRefused(one(archive -> archive.putShort(archive.limit() - END + 8, (short) 2)
                .putShort(archive.limit() - END + 10, (short) 2)),
                "a broken zip directory");
        assertRefused(one(archive -> archive.putShort(archive.limit() - END + 8, (short) 0)
                .putShort(archive.limit() - END + 10, (short) 0)),
                "47 bytes after the 0 entries");
        assertRefused(one(archive -> archive.putInt(archive.limit() - END + 16, 0)), "a broken end of a zip archive");
        assertRefused(one(archive -> archive.putShort(archive.limit() - END + 4, (short) 1)), "on one disk");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 300_000_000})
    void aDeflatedEntryThatUnpacksToAnotherSizeIsRefused(int size) {
        byte[] archive = zip(out -> add(out, "a", ZipEntry.DEFLATED, LETTERS));
        buffer(archive).putInt(archive.length - DIRECTORY + 24, size);

        assertRefused(archive, size == 3 ? "unpacks to more, expected as many bytes" : "expected at most 268435456 of an archive");
    }

    @Test
    void aDeflatedEntryWithTheWrongChecksumIsRefused() {
        byte[] archive = zip(out -> add(out, "a", ZipEntry.DEFLATED, LETTERS));
        buffer(archive).putInt(archive.length - DIRECTORY + 16, 1);

        assertRefused(archive, "unpacks to something else");
    }

    @Test
    void anArchiveWhoseEntriesTogetherUnpackToFarMoreThanItsSizeIsRefused() {
        byte[] archive = zip(out -> {
            add(out, "b", ZipEntry.DEFLATED, new byte[1_000_000]);
            add(out, "a", ZipEntry.DEFLATED, LETTERS);
        });
        buffer(archive).putInt(archive.length - DIRECTORY + 24, 268_000_000);

        assertRefused(archive, "unpacks to 268000000 bytes after 1000000 of others, expected at most 268435456 of an archive of this"
                + " size");
    }

    @Test
    void theFirstNameIsSeenInTheFirstBytes() {
        byte[] archive = zip(out -> add(out, "archive/data.pkl", ZipEntry.STORED, LETTERS));

        assertThat(ZipArchive.firstName(Arrays.copyOf(archive, 256))).isEqualTo("archive/data.pkl");
        assertThat(ZipArchive.firstName(Arrays.copyOf(archive, 40))).isEqualTo("archive/da");
        assertThat(ZipArchive.firstName(Arrays.copyOf(archive, 20))).isEmpty();
        assertThat(ZipArchive.firstName(LETTERS)).isEmpty();
        assertThat(ZipArchive.isAtTheBeginningOf(archive)).isTrue();
        assertThat(ZipArchive.isAtTheBeginningOf(zip(out -> { }))).isTrue();
        assertThat(ZipArchive.isAtTheBeginningOf(LETTERS)).isFalse();
        assertThat(ZipArchive.isAtTheBeginningOf(new byte[] {'P', 'K'})).isFalse();
    }

    private static void assertRefused(byte[] archive, String what) {
        assertThat(refusal(archive)).singleElement().satisfies(line -> {
            Hostile.assertOneLine(line);
            assertThat(line).contains(what);
        });
    }

    private static List<String> refusal(byte[] archive) {
        try (ZipArchive zip = ZipArchive.open(Bytes.of(Hostile.NAME, archive))) {
            for (ArchiveEntry entry : zip.entries()) {
                Bytes bytes = zip.open(entry);
                bytes.read(0, (int) bytes.size(), ByteOrder.LITTLE_ENDIAN);
            }
            return List.of();
        } catch (FormatException | IOException e) {
            return List.of(e.getMessage());
        }
    }

    private static byte[] content(ZipArchive zip, String name) throws IOException {
        Bytes bytes = zip.open(zip.entry(name).orElseThrow());
        return bytes.read(0, (int) bytes.size(), ByteOrder.LITTLE_ENDIAN).array();
    }

    /** Files that another test of this machine makes meanwhile may be among them. */
    private static List<Path> unpacked() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.toString().endsWith(".unpacked")).toList();
        }
    }

    /** An archive with one stored entry, changed. */
    private static byte[] one(Consumer<ByteBuffer> change) {
        byte[] archive = zip(out -> add(out, "a", ZipEntry.STORED, LETTERS));
        change.accept(buffer(archive));
        return archive;
    }

    private static ByteBuffer buffer(byte[] archive) {
        return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] zip(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            writing.write(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream out, String name, int method, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    /** An archive as those of more than four gigabytes are: all sizes and places are in fields of eight bytes. */
    private static byte[] large() {
        byte[] small = zip(out -> add(out, "a", ZipEntry.STORED, LETTERS));
        int directory = small.length - DIRECTORY;
        ByteBuffer buffer = ByteBuffer.allocate(300).order(ByteOrder.LITTLE_ENDIAN).put(small, 0, directory);
        buffer.put(small, directory, 47).putInt(directory + 20, -1).putInt(directory + 24, -1).putInt(directory + 42, -1)
                .putShort(directory + 30, (short) 28);
        buffer.putShort((short) 1).putShort((short) 24).putLong(LETTERS.length).putLong(LETTERS.length).putLong(0);
        int end = buffer.position();
        buffer.putInt(0x06064B50).putLong(44).putShort((short) 45).putShort((short) 45).putInt(0).putInt(0).putLong(1).putLong(1)
                .putLong(end - directory).putLong(directory);
        buffer.putInt(0x07064B50).putInt(0).putLong(end).putInt(1);
        buffer.putInt(0x06054B50).putShort((short) 0).putShort((short) 0).putShort((short) -1).putShort((short) -1).putInt(-1)
                .putInt(-1).putShort((short) 0);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static byte[] noise(int count) {
        byte[] noise = new byte[count];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private interface Writing {

        void write(ZipOutputStream out) throws IOException;
    }
}
