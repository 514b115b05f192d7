package org.stillpoint.modelfile.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.modelfile.Expected;
import org.stillpoint.modelfile.Hostile;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Weights;

class PytorchReaderTest {

    private static final Path MODELS = Path.of("src/test/resources/models/pytorch");
    private static final PytorchReader READER = new PytorchReader();
    private static final long[] NONE = {};

    static Stream<String> saved() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.matches(".*\\.pth?")).sorted().toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("saved")
    void everyEntryIsTheNumberThatPytorchSaved(String file) throws IOException {
        Expected.assertReadsAsExpected(READER, "pytorch/" + file);
    }

    @ParameterizedTest
    @MethodSource("saved")
    void filesAreRecognisedByTheirNameOrTheirBeginning(String file) throws IOException {
        byte[] head = Arrays.copyOf(Files.readAllBytes(MODELS.resolve(file)), ModelReader.HEAD);

        assertThat(READER.recognises("-", head)).isTrue();
        assertThat(READER.recognises("model.bin", head)).isTrue();
        assertThat(READER.recognises("model.bin", new byte[16])).isFalse();
        assertThat(READER.recognises("model.pt", new byte[0])).isTrue();
    }

    @ParameterizedTest
    @MethodSource("saved")
    void aFileThatIsCutOffAnywhereIsRefusedInOneLine(String file) throws IOException {
        byte[] whole = Files.readAllBytes(MODELS.resolve(file));
        for (int length = 0; length < whole.length; length++) {
            assertThat(Hostile.refusal(READER, Arrays.copyOf(whole, length), Optional.empty())).as("%d bytes", length)
                    .hasValueSatisfying(Hostile::assertOneLine);
        }
    }

    @Test
    void tensorsOfTypesThatAreNotReadAndThoseThatAreMostlyRepeatedAreListed() throws IOException {
        try (ModelFile model = Expected.read(READER, "pytorch/all-types.pt")) {
            assertThat(model.notAnalysed()).containsExactly(
                    new NotAnalysed("complex", "is stored as torch.ComplexFloatStorage, a type that is not read"));
        }
        try (ModelFile model = Expected.read(READER, "pytorch/views.pt")) {
            assertThat(model.notAnalysed()).containsExactly(
                    new NotAnalysed("expanded.much", "repeats its 1 stored entries to 4 x 5"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "module     | the name torch.nn.modules.container.Sequential, expected tensors, storages and ordered dictionaries only",
            "code       | the name posix.system, expected tensors, storages and ordered dictionaries only",
            "script     | the name __torch__.torch.nn.modules.container.Sequential, expected tensors",
            "set        | the name __builtin__.set, expected tensors",
            "before-1.6 | a pickle, as PyTorch before 1.6 wrote it, expected the zip archive",
            "plain      | a pickle, as PyTorch before 1.6 wrote it, expected the zip archive"})
    void whatPytorchAlsoWritesIsRefusedAndNotRun(String file, String message) throws IOException {
        assertRefused(Files.readAllBytes(MODELS.resolve("refused/" + file + ".pt")), message);
        assertThat(Path.of("/tmp/stillpoint-was-here")).doesNotExist();
    }

    /** As later versions of PyTorch write types that have no storage of their own. */
    @Test
    void aTensorMaySayItselfWhatTheBytesOfItsStorageAre() throws IOException {
        byte[] storage = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(-1).putInt(7).array();
        byte[] pickle = Saved.pickle().name("torch._utils", "_rebuild_tensor_v3").code("(")
                .code("(").text("storage").name("torch.storage", "UntypedStorage").text("0").text("cpu").integer(8).code("tQ")
                .integer(0).integers(2).integers(1).code("\u0089N").name("torch", "uint32").code("tR").stop();
        try (ModelFile model = READER.read(Bytes.of("later.pt", Saved.with(pickle, storage)), Optional.empty())) {
            Weights weights = model.weights().get(0);

            assertThat(weights.type()).isEqualTo("uint32");
            assertThat(Expected.entries(weights)).containsExactly("4294967295", "7");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2 | 0 | 3   | 1 | repeats",
            "2 | 1 | 2   | 1 | tensor \"tensor\": 2 entries from entry 1, expected all within 2",
            "2 | 3 | 1   | 1 | tensor \"tensor\": 1 entries from entry 3, expected all within 2",
            "2 | -1 | 1  | 1 | tensor \"tensor\": 1 entries from entry -1, expected all within 2",
            "2 | 0 | 2   | -1 | a stride of -1 for 2 entries",
            "2 | 0 | 2   | 9223372036854775807 | a stride of 9223372036854775807 for 2 entries",
            "2 | 0 | -2  | 1 | an axis of size -2, expected at least 0",
            "3 | 0 | 2   | 1 | storage \"archive/data/0\" has 8 bytes, expected 3 of 4 each",
            "-1 | 0 | 2  | 1 | storage \"archive/data/0\" has 8 bytes, expected -1 of 4 each"})
    void aTensorThatIsNotWithinItsStorageIsRefusedOrListed(long count, long offset, long size, long stride, String message)
            throws IOException {
        byte[] file = Saved.with(Saved.pickle().tensor(count, offset, new long[] {size}, new long[] {stride}).stop(),
                new byte[8]);
        if (message.equals("repeats")) {
            try (ModelFile model = READER.read(Bytes.of("a.pt", file), Optional.empty())) {
                assertThat(model.notAnalysed()).containsExactly(new NotAnalysed("tensor", "repeats its 2 stored entries to 3"));
            }
        } else {
            assertRefused(file, message);
        }
    }

    @Test
    void stridesAreAsManyAsAxes() {
        assertRefused(Saved.with(Saved.pickle().tensor(2, 0, new long[] {2, 1}, new long[] {1}).stop(), new byte[8]),
                "1 strides, expected one for each of 2 axes");
        assertRefused(Saved.with(Saved.pickle().tensor(2, 0, new long[40], new long[40]).stop(), new byte[8]),
                "a tensor with 40 axes, expected at most 32");
    }

    @Test
    void shapesThatNobodyCanCountAreRefused() {
        long[] sizes = {1L << 40, 1L << 40};
        assertRefused(Saved.with(Saved.pickle().tensor(2, 0, sizes, new long[2]).stop(), new byte[8]), "expected fewer entries");
    }

    @Test
    void aStorageThatIsNotThereIsMissed() {
        assertRefused(Saved.with(Saved.pickle().tensor(2, 0, NONE, NONE).stop()), "no storage \"archive/data/0\", expected one");
    }

    @Test
    void twoTensorsOfOneNameAreRefused() {
        Saved pickle = Saved.pickle().code("}(").text("a.b").tensor(2, 0, NONE, NONE).text("a").code("}").text("b")
                .tensor(2, 0, NONE, NONE).code("su");
        assertRefused(Saved.with(pickle.stop(), new byte[8]), "two tensors \"a.b\", expected different names");
    }

    @Test
    void aStorageThatFarTooManyTensorsShareIsRefused() {
        Saved pickle = Saved.pickle().code("](");
        for (int i = 0; i < 2000; i++) {
            pickle.tensor(20_000, 0, new long[] {20_000}, new long[] {1});
        }
        assertRefused(Saved.with(pickle.code("e").stop(), new byte[80_000]), "more than 16 entries for each byte of the file");
    }

    @Test
    void anArchiveOfSomethingElseIsRefused() {
        assertRefused(new byte[100], "no archive, expected the zip archive that torch.save writes");
        assertRefused(Saved.with(new byte[0]), "archive/data.pkl: at byte 0: the end, expected more");
    }

    @Test
    void theByteOrderIsOneOfTwo() throws IOException {
        byte[] file = Files.readAllBytes(MODELS.resolve("big-endian.pt"));
        String text = new String(file, StandardCharsets.ISO_8859_1).replace("byteorderbig", "byteorderbug");
        assertRefused(text.getBytes(StandardCharsets.ISO_8859_1), "byteorder: \"bug\", expected little or big");
    }

    static void assertRefused(byte[] content, String message) {
        assertThat(Hostile.refusal(READER, content, Optional.empty())).hasValueSatisfying(line -> {
            Hostile.assertOneLine(line);
            assertThat(line).contains(message);
        });
    }
}
