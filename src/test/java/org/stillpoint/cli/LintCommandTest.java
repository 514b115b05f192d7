package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.lint.report.Schemas;
import tools.jackson.databind.JsonNode;

/** The command {@code lint} on small files. */
class LintCommandTest {

    private static final String MODELS = "src/test/resources/models/";
    private static final String PLANTED = MODELS + "safetensors/planted.safetensors";
    private static final String CONVOLUTION = MODELS + "onnx/planted.onnx";

    @TempDir
    private Path directory;

    private static JsonNode json(CommandLineRun run) {
        return Json.read(new Source("out", run.out())).node();
    }

    @Test
    void plantedUnitsAreFoundInAConvolutionWithCertificates() {
        CommandLineRun run = CommandLineRun.of("lint", CONVOLUTION, "--format", "json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(Schemas.wrongAsFindings(json(run))).isEmpty();
        assertThat(json(run).at("/files/0/findings").valueStream().map(finding -> finding.get("id").stringValue() + " "
                + finding.get("units") + " " + finding.get("certificate")))
                .containsExactly("zero-unit [1] true", "twin-units [0,3] true", "dead-unit [2] true");
    }

    @Test
    void ofTensorsAloneHeuristicsAreTold() {
        CommandLineRun run = CommandLineRun.of("lint", PLANTED);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith(PLANTED + ": 4 things to look at in 51 parameters (safetensors)\n")
                .contains("warning: zero-unit, unit 2", "warning: twin-units, units 1, 4", "what follows is a heuristic")
                .doesNotContain("certificate");
    }

    @ParameterizedTest
    @CsvSource({"error, 0", "warning, 1", "note, 1"})
    void theExitCodeSaysWhetherSomethingIsThatBad(String severity, int exitCode) {
        assertThat(CommandLineRun.of("lint", CONVOLUTION, "--fail-on", severity).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void aHealthyModelIsNothingToLookAt() throws IOException {
        Path healthy = directory.resolve("healthy.npy");
        Files.copy(Path.of(MODELS + "numpy/columns.npy"), healthy);
        CommandLineRun run = CommandLineRun.of("lint", healthy, "--fail-on", "note");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("nothing to look at");
    }

    @Test
    void filesThatCannotBeReadAreNamedAndTheOthersReported() {
        CommandLineRun run = CommandLineRun.of("lint", directory.resolve("gone.onnx"), CONVOLUTION, "--format", "json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("stillpoint: " + directory.resolve("gone.onnx")
                + ": no such file, expected a file that can be read\n");
        assertThat(json(run).at("/files").size()).isEqualTo(1);
        assertThat(json(run).at("/files/0/file").stringValue()).isEqualTo(CONVOLUTION);
    }

    @Test
    void sarifOfFilesOfWhichOneIsBrokenKeepsToTheStandard() throws IOException {
        Path broken = directory.resolve("broken model.safetensors");
        Files.write(broken, new byte[] {9, 0, 0, 0, 0, 0, 0, 0, '{'});
        CommandLineRun run = CommandLineRun.of("lint", broken, PLANTED, CONVOLUTION, "--format", "sarif");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(Schemas.wrongAsSarif(json(run))).isEmpty();
        assertThat(json(run).at("/runs/0/invocations/0/executionSuccessful").booleanValue()).isFalse();
        assertThat(json(run).at("/runs/0/invocations/0/exitCode").intValue()).isEqualTo(2);
        assertThat(json(run).at("/runs/0/results").size()).isEqualTo(3 + 5);
        assertThat(run.err()).startsWith("stillpoint: " + broken).hasLineCount(1);
    }

    @Test
    void sarifHasAFileThatIsNamedTwiceOnce() {
        CommandLineRun run = CommandLineRun.of("lint", PLANTED, CONVOLUTION, PLANTED, "--format", "sarif");

        assertThat(Schemas.wrongAsSarif(json(run))).isEmpty();
        assertThat(json(run).at("/runs/0/artifacts").valueStream().map(each -> each.at("/location/uri").stringValue()))
                .doesNotHaveDuplicates().hasSize(2);
        assertThat(json(run).at("/runs/0/results").valueStream()).allSatisfy(result -> {
            JsonNode file = result.at("/locations/0/physicalLocation/artifactLocation");
            assertThat(json(run).at("/runs/0/artifacts/" + file.get("index").intValue() + "/location/uri"))
                    .isEqualTo(file.get("uri"));
        });
    }

    @Test
    void standardInputIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exitCode = Main.run(new String[] {"lint", "-"}, new ByteArrayInputStream(Files.readAllBytes(Path.of(CONVOLUTION))),
                new PrintStream(out, true, StandardCharsets.UTF_8), System.err);

        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("-: 3 things to look at in 52 parameters (onnx)");
    }

    @Test
    void thePageIsWrittenBeside() {
        Path page = directory.resolve("page.html");
        CommandLineRun run = CommandLineRun.of("lint", CONVOLUTION, "--html", page);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(page).content().contains("<svg", "first", "3 things to look at");
        assertThat(run.out()).contains("3 things to look at");
    }

    /** A file with one matrix of float32, row by row. */
    private Path matrix(String name, int columns, float... entries) throws IOException {
        byte[] head = ("{\"fc.weight\":{\"dtype\":\"F32\",\"shape\":[" + entries.length / columns + "," + columns
                + "],\"data_offsets\":[0," + entries.length * Float.BYTES + "]}}").getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + head.length + entries.length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN).putLong(head.length).put(head);
        for (float entry : entries) {
            bytes.putFloat(entry);
        }
        return Files.write(directory.resolve(name), bytes.array());
    }

    @Test
    void nearTwinsAreToldIfAskedFor() throws IOException {
        Path near = matrix("near.safetensors", 4, 1, 2, 3, 4, 1, 2, 3, 4.001f, 5, -6, 7, 8);

        assertThat(CommandLineRun.of("lint", near, "--fail-on", "note").exitCode()).isZero();
        assertThat(CommandLineRun.of("lint", near, "--fail-on", "note", "--near", "1/1000").out())
                .contains("note: near-twins, units 0, 1", "1 pair of slices (0 ~ 1)");
        assertThat(CommandLineRun.of("lint", near, "--fail-on", "note", "--near", "0.001").exitCode()).isEqualTo(1);
        assertThat(CommandLineRun.of("lint", near, "--fail-on", "note", "--near", "1e-4").exitCode()).isZero();
    }

    @Test
    void oddNamesOfFilesAreEncodedInSarif() throws IOException {
        Path odd = matrix("a b#c%d\u00fc.safetensors", 2, 0, 0, 0, 0);
        CommandLineRun run = CommandLineRun.of("lint", odd, "--format", "sarif");

        assertThat(Schemas.wrongAsSarif(json(run))).isEmpty();
        assertThat(json(run).at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri").stringValue())
                .startsWith("file:///").endsWith("/a%20b%23c%25d%C3%BC.safetensors");
    }

    @Test
    void entriesThatAreNoNumbersAreAnError() throws IOException {
        Path broken = matrix("nan.safetensors", 2, 1, Float.NaN, 2, Float.POSITIVE_INFINITY);
        CommandLineRun run = CommandLineRun.of("lint", broken, "--fail-on", "error");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("error: not-finite", "2 of 4 entries are infinite or no number.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--near 0 | --near 0, expected a number above 0",
        "--near 3/4 | --near 3/4, expected a number above 0, at most 1/2",
        "--near x | not an exact number",
        "--fail-on bad | expected error, warning or note",
        "--format xml | expected text, json or sarif",
        "--html - | expected a file",
        "--html none/page.html | cannot be written",
        "- - | - twice, expected standard input once"})
    void whatMakesNoSenseIsRefusedInOneLineBeforeAnythingIsRead(String options, String message) {
        CommandLineRun run = CommandLineRun.of(("lint " + PLANTED + " " + options).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("stillpoint: ").contains(message).hasLineCount(1);
    }

    @Test
    void withoutAFileItSaysSo() {
        assertThat(CommandLineRun.of("lint").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("lint").err()).contains("FILE").hasLineCount(1);
    }
}
