package org.stillpoint.modelfile.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.modelfile.Expected;
import org.stillpoint.modelfile.Hostile;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Weights;

class NumpyReadersTest {

    private static final Path MODELS = Path.of("src/test/resources/models/numpy");
    private static final NpyReader NPY = new NpyReader();
    private static final NpzReader NPZ = new NpzReader();

    static Stream<String> saved() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.matches(".*\\.np[yz]")).sorted().toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("saved")
    void everyEntryIsTheNumberThatNumpySaved(String file) throws IOException {
        Expected.assertReadsAsExpected(reader(file), "numpy/" + file);
    }

    @ParameterizedTest
    @MethodSource("saved")
    void filesAreRecognisedByTheirNameOrTheirBeginning(String file) throws IOException {
        byte[] head = Arrays.copyOf(Files.readAllBytes(MODELS.resolve(file)), ModelReader.HEAD);

        assertThat(reader(file).recognises(file, new byte[0])).isTrue();
        assertThat(reader(file).recognises("-", head)).isTrue();
        assertThat((file.endsWith("z") ? NPY : NPZ).recognises("-", head)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("saved")
    void aFileThatIsCutOffAnywhereIsRefusedInOneLine(String file) throws IOException {
        byte[] whole = Files.readAllBytes(MODELS.resolve(file));
        for (int length = 0; length < whole.length; length++) {
            assertThat(Hostile.refusal(reader(file), Arrays.copyOf(whole, length), Optional.empty())).as("%d bytes", length)
                    .hasValueSatisfying(Hostile::assertOneLine);
        }
    }

    private static ModelReader reader(String file) {
        return file.endsWith("z") ? NPZ : NPY;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "objects | entries are pickled Python objects, which are never made, expected real numbers",
            "records | entries are records of several fields, expected real numbers",
            "complex | entries are the type \"<c8\", expected real numbers",
            "text    | entries are the type \"<U1\", expected real numbers"})
    void entriesThatAreNoRealNumbersAreRefused(String file, String message) throws IOException {
        byte[] content = Files.readAllBytes(MODELS.resolve("refused/" + file + ".npy"));

        assertRefused(content, message);
    }

    @Test
    void arraysOfAnArchiveThatAreNoRealNumbersAreListed() throws IOException {
        byte[] objects = Files.readAllBytes(MODELS.resolve("refused/objects.npy"));
        byte[] archive = zip(Map.of("w.npy", npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1,)}", 1),
                "objects.npy", objects, "notes.txt", new byte[3]));
        try (ModelFile model = NPZ.read(Bytes.of("a.npz", archive), Optional.empty())) {
            assertThat(model.weights()).extracting(Weights::name).containsExactly("w");
            assertThat(model.notAnalysed()).containsExactlyInAnyOrder(new NotAnalysed("notes.txt", "is no array of NumPy"),
                    new NotAnalysed("objects", "has entries that are pickled Python objects, which are never made"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", "{'shape':(2L,),'descr':\"<f4\",'fortran_order':True}",
            "\n{ 'descr' : '<f4' , 'fortran_order' : False , 'shape' : [ 1 , 2 ] , } \n "})
    void theHeadMayBeWrittenInAnyWay(String head) throws IOException {
        try (ModelFile model = NPY.read(Bytes.of("a.npy", npy(head, 8)), Optional.empty())) {
            assertThat(Expected.entries(model.weights().get(0))).containsExactly("0", "0");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
            "``                                                                   ~ something else at character 1 of the head, expected a string",
            "{                                                                    ~ at character 2 of the head, expected a string, an integer",
            "{'descr': '<f4', 'fortran_order': False}                             ~ another head, expected a dictionary with descr",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (), 'x': 1}        ~ another head, expected a dictionary with descr",
            "{'descr': '<f4', 'fortran_order': 1, 'shape': ()}                    ~ another head, expected a dictionary with descr",
            "{'descr': '<f4', 'fortran_order': False, 'shape': 4}                 ~ another head, expected a dictionary with descr",
            "{'descr': '<f4', 'fortran_order': False, 'shape': ('1',)}            ~ a shape of something else",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}             ~ expected a string, an integer from 0",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'shape': ()} ~ expected each key once",
            "{'descr': '<f4', 'fortran_order': Fals, 'shape': ()}                 ~ expected True or False",
            "{'descr': '<f4' 'fortran_order': False, 'shape': ()}                 ~ expected \",\"",
            "{'descr' '<f4'}                                                      ~ expected \":\"",
            "{1: '<f4'}                                                           ~ expected a string as key",
            "{'descr': '<f4', 'fortran_order': False, 'shape': ()} + 1            ~ expected the end",
            "{'descr': '<f4                                                       ~ expected a string without backslashes",
            "{'descr': '\\x3cf4'}                                                 ~ expected a string without backslashes",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)} ~ expected at most 19 digits",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999999999999,)} ~ expected an integer of at most 63 bits",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775807, 2)} ~ expected fewer entries",
            "{'descr': '<f4', 'fortran_order': True, 'shape': (4611686018427387904, 1)}  ~ 8 bytes behind the head, expected 4611686018427387904 x 1",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (3,)}              ~ 8 bytes behind the head, expected 3 of 4 each",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)}              ~ 8 bytes behind the head, expected 1 of 4 each",
            "{'descr': '=f4', 'fortran_order': False, 'shape': (2,)}              ~ entries are the type \"=f4\"",
            "{'descr': '|f4', 'fortran_order': False, 'shape': (2,)}              ~ entries are the type \"|f4\"",
            "{'descr': '<f16', 'fortran_order': False, 'shape': (2,)}             ~ entries are the type \"<f16\"",
            "{'descr': 4, 'fortran_order': False, 'shape': (2,)}                  ~ entries are the type \"4\"",
            "__import__('os').system('true')                                      ~ expected a string, an integer"})
    void aHeadThatIsNoneIsRefused(String head, String message) {
        assertRefused(npy(head.strip(), 8), message);
    }

    @Test
    void bracketsWithoutEndAreRefused() {
        assertRefused(npy("(".repeat(60_000), 0), "expected less nesting");
        assertRefused(npy("[(),".repeat(10_000), 0), "expected less nesting");
    }

    @Test
    void headsThatAreLongerThanTheFileOrThanAnyHeadAreRefused() {
        byte[] file = npy("{}", 0);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putShort(8, (short) 3);
        assertRefused(file, "a head of 3 bytes, expected at most 2");
        byte[] large = new byte[100_000];
        ByteBuffer.wrap(large).order(ByteOrder.LITTLE_ENDIAN).put(0, file, 0, 6).put(6, (byte) 2).putInt(8, 70_000);
        assertRefused(large, "a head of 70000 bytes, expected at most 65536");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "1, 1", "-1, 0"})
    void otherVersionsAreRefused(int major, int minor) {
        byte[] file = npy("{}", 0);
        file[6] = (byte) major;
        file[7] = (byte) minor;
        assertRefused(file, "version " + major + "." + minor + ", expected 1.0, 2.0 or 3.0");
    }

    private static void assertRefused(byte[] content, String message) {
        assertThat(Hostile.refusal(NPY, content, Optional.empty())).hasValueSatisfying(line -> {
            Hostile.assertOneLine(line);
            assertThat(line).contains(message);
        });
    }

    /** A file of version 1.0 with this head and so many zeros behind it. */
    private static byte[] npy(String head, int bytes) {
        byte[] text = head.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(10 + text.length + bytes).order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) text.length).put(text).array();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : List.copyOf(entries.keySet())) {
                out.putNextEntry(new ZipEntry(name));
                out.write(entries.get(name));
            }
        }
        return bytes.toByteArray();
    }
}
