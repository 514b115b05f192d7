package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.lint.report.Schemas;
import tools.jackson.databind.JsonNode;

/** The command {@code lint} of the jar that the build packed, in which classes that nobody seems to use are left out. */
class LintIT {

    private static final Path JAR = Path.of(System.getProperty("stillpoint.jar"));
    private static final String MODELS = "src/test/resources/models/";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "onnx, onnx/planted.onnx, 1", "onnx, onnx/quantised.onnx, 1", "onnx, simplify/pictures.onnx, 1",
        "safetensors, safetensors/planted.safetensors, 1", "npy, numpy/float32-little.npy, 1", "npz, numpy/deflated.npz, 1",
        "pytorch, pytorch/state-dict-2.pt, 1", "pytorch, pytorch/checkpoint.pth, 1", "keras-h5, keras/perceptron.h5, 1",
        "hdf5, hdf/plain-latest.h5, 1", "keras, keras/perceptron.keras, 1", "tfjs, tfjs/quantised.json, 0",
        "nnet, nnet/small.nnet, 1"})
    void aModelOfEachFormatIsRead(String format, String file, int exit) throws Exception {
        Ran ran = run(List.of(), "lint", MODELS + file, "--format", "json");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isEqualTo(exit);
        assertThat(Schemas.wrongAsFindings(ran.json())).isEmpty();
        assertThat(ran.json().at("/files/0/format").stringValue()).isEqualTo(format);
        assertThat(ran.json().at("/files/0/parameters").intValue()).isPositive();
    }

    @Test
    void aNetworkOfOursIsReadOnDataAndTrained() throws Exception {
        Path network = Files.writeString(directory.resolve("network.json"), """
                {"layers": [{"weights": [["1", "2"], ["-1", "-1"], ["1/2", "1/4"]], "bias": ["1", "-1", "0"],
                  "activation": "relu"},
                            {"weights": [["1", "2", "3"]], "bias": ["0"], "activation": "identity"}]}
                """);
        Path data = Files.writeString(directory.resolve("data.csv"), "1,2,0\n2,4,1\n3,1,1\n");
        Ran ran = run(List.of(), "lint", network.toString(), "--data", data.toString(), "--demonstrate");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("warning: dead-unit, unit 1", "trained exactly for 3 steps");
    }

    @Test
    void aSmallerModelIsWrittenAndReadAgain() throws Exception {
        Path smaller = directory.resolve("smaller.onnx");
        Path page = directory.resolve("page.html");
        Ran ran = run(List.of(), "lint", MODELS + "simplify/pictures.onnx", "--simplify", smaller.toString(), "--html",
                page.toString(), "--format", "sarif");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("4 units taken away", "equal, fraction for fraction");
        assertThat(Schemas.wrongAsSarif(ran.json())).isEmpty();
        assertThat(page).content().contains("<svg");
        assertThat(run(List.of(), "lint", smaller.toString())).satisfies(again -> {
            assertThat(again.exit()).isZero();
            assertThat(again.err()).isEmpty();
        });
    }

    /** Code in a pickle, a bomb, a filter whose library is not in the jar, and what is no model. */
    @ParameterizedTest
    @CsvSource({"pytorch/refused/code.pt", "pytorch/refused/module.pt", "hdf/bomb.h5", "keras/broken-outside.h5",
        "keras/broken-linked.h5", "tfjs/quantised-group1-shard1of2.bin", "onnx-graphs/gemm.json", "no/such.onnx"})
    void whatIsRefusedIsSoInOneLine(String file) throws Exception {
        Ran ran = run(List.of(), "lint", MODELS + file);

        assertThat(ran).isEqualTo(new Ran(2, "", ran.err()));
        assertThat(ran.err()).startsWith("stillpoint: " + MODELS + file + ": ").hasLineCount(1);
    }

    /** 25 million numbers by chance, of which row 7 is zero and row 11 is as row 3: more bytes than the program may keep. */
    @Test
    void aFileOfAHundredMillionBytesIsReadInLessMemoryThanItHas() throws Exception {
        int columns = 5000;
        int rows = 5000;
        Path large = directory.resolve("large.safetensors");
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(large)) {
            byte[] head = ("{\"fc.weight\":{\"dtype\":\"F32\",\"shape\":[" + rows + "," + columns + "],\"data_offsets\":[0,"
                    + 4L * rows * columns + "]}}").getBytes(StandardCharsets.UTF_8);
            out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(head.length).array());
            out.write(head);
            byte[] third = new byte[0];
            for (int row = 0; row < rows; row++) {
                ByteBuffer bytes = ByteBuffer.allocate(4 * columns).order(ByteOrder.LITTLE_ENDIAN);
                for (int column = 0; column < columns; column++) {
                    bytes.putFloat(row == 7 ? 0 : random.nextFloat() - 0.5f);
                }
                third = row == 3 ? bytes.array() : third;
                out.write(row == 11 ? third : bytes.array());
            }
        }
        Ran ran = run(List.of("-Xmx64m"), "lint", large.toString(), "--format", "json");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.json().at("/files/0/findings").valueStream().map(finding -> finding.get("id").stringValue() + " "
                + finding.get("units"))).containsExactly("zero-unit [7]", "twin-units [3,11]");
    }

    private static Ran run(List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("stillpoint", ".out");
        Path err = Files.createTempFile("stillpoint", ".err");
        try {
            int exit = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
            return new Ran(exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private record Ran(int exit, String out, String err) {

        JsonNode json() {
            return Json.read(new Source("out", out)).node();
        }
    }
}
