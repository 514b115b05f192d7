package org.stillpoint.modelfile.hdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.Expected;
import org.stillpoint.modelfile.Hostile;
import org.stillpoint.modelfile.keras.KerasReader;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Bytes;

/** HDF5 files that h5py wrote: src/test/models/hdf_models.py. */
class HdfTreeTest {

    private static final Path FILES = Path.of("src/test/resources/models/hdf");

    /** A size in sized.h5, as it is stored. */
    private static final long SIZE = 5000;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "plain-behind-others", "plain-latest"})
    void everyEntryOfEveryTypeIsTheNumberThatWasWritten(String file) throws IOException {
        Expected.assertReadsAsExpected(new KerasReader(), "hdf/" + file + ".h5");
    }

    @Test
    void whatLiesInOtherFilesIsListedAndNotRead() throws IOException {
        try (ModelFile file = Expected.read(new KerasReader(), "hdf/plain.h5")) {
            assertThat(file.notAnalysed()).singleElement().satisfies(each ->
                    assertThat(each.why()).contains("External Data Files"));
        }
    }

    @Test
    void textIsReadWhereverItIsStored() throws IOException {
        HdfAttributes attributes = HdfTree.read(Bytes.of("sized", content("sized.h5"))).attributes();

        assertThat(attributes.strings("text")).isEqualTo(Optional.of(List.of("one", "two")));
        assertThat(attributes.strings("fixed")).isEqualTo(Optional.of(List.of("a", "bcd")));
        assertThat(attributes.strings("none")).isEqualTo(Optional.of(List.of()));
        assertThat(attributes.strings("number")).isEmpty();
        assertThat(attributes.strings("absent")).isEmpty();
    }

    @Test
    void piecesOfATensorMayBeReadFromAnywhere() throws IOException {
        HdfDataset packed = HdfTree.read(Bytes.of("plain", content("plain.h5"))).dataset("chunks/packed").orElseThrow();
        long[] all = new long[99];
        packed.entries().read(0, all);
        for (int from = 0; from < all.length; from += 7) {
            long[] piece = new long[Math.min(20, all.length - from)];
            packed.entries().read(from, piece);

            assertThat(piece).isEqualTo(Arrays.copyOfRange(all, from, from + piece.length));
        }
    }

    /** A file says how long it is. */
    @Test
    void aFileThatIsCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = content("plain.h5");
        for (int length = 0; length < whole.length; length += 61) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThat(Hostile.refusal(new KerasReader(), cut, Optional.empty())).hasValueSatisfying(Hostile::assertOneLine);
        }
    }

    @Test
    void aChunkThatUnpacksToMoreThanItsShapeIsRefusedWhereItIsRead() throws IOException {
        HdfDataset bomb = HdfTree.read(Bytes.of("bomb", content("bomb.h5"))).dataset("bomb").orElseThrow();

        assertThatThrownBy(() -> bomb.entries().read(0, new long[1])).isInstanceOf(IOException.class)
                .hasMessage("bomb: bomb: a compressed chunk that is cut off or too long, expected at most 68 bytes");
    }

    @Test
    void aShapeWithMoreEntriesThanTheFileHasBytesIsRefused() throws IOException {
        for (long size : new long[] {1L << 31, 1L << 40, Long.MAX_VALUE}) {
            assertThat(Hostile.refusal(new KerasReader(), withSize(size), Optional.empty()))
                    .as("%s", size).hasValueSatisfying(Hostile::assertOneLine);
        }
        assertThatThrownBy(() -> HdfTree.read(Bytes.of("sized", withSize(1 << 25)))).isInstanceOf(FormatException.class)
                .hasMessageMatching("sized: other: 33554432 entries, expected no more than a file of \\d+ bytes can have");
        assertThatThrownBy(() -> HdfTree.read(Bytes.of("sized", withSize(20_000)))).isInstanceOf(EOFException.class)
                .hasMessageStartingWith("sized: 20000 bytes from byte ");
    }

    @Test
    void tensorsThatShareTheirBytesAreRefused() throws IOException {
        byte[] content = content("sized.h5");
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int[] addresses = places(buffer).map(place -> place - Long.BYTES)
                .filter(place -> buffer.getLong(place) > 0 && buffer.getLong(place) < content.length
                        && buffer.getLong(place) != SIZE).toArray();
        places(buffer).forEach(place -> buffer.putLong(place, 9000));
        buffer.putLong(addresses[1], buffer.getLong(addresses[0]));

        assertThat(addresses).hasSize(2);
        assertThatThrownBy(() -> HdfTree.read(Bytes.of("sized", content))).isInstanceOf(FormatException.class)
                .hasMessageMatching("sized: tensors that take more than the \\d+ bytes of the file, .*");
    }

    @Test
    void otherFilesAreRefused() {
        assertThatThrownBy(() -> HdfTree.read(Bytes.of("text", new byte[600]))).isInstanceOf(FormatException.class)
                .hasMessage("text: no HDF5 signature, expected an HDF5 file");
    }

    private static byte[] withSize(long size) throws IOException {
        byte[] content = content("sized.h5");
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        places(buffer).forEach(place -> buffer.putLong(place, size));
        return content;
    }

    private static IntStream places(ByteBuffer buffer) {
        return IntStream.rangeClosed(Long.BYTES, buffer.capacity() - Long.BYTES)
                .filter(place -> buffer.getLong(place) == SIZE).boxed().toList().stream().mapToInt(place -> place);
    }

    private static byte[] content(String file) throws IOException {
        return Files.readAllBytes(FILES.resolve(file));
    }
}
