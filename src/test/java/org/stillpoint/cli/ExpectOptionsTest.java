package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;

/**
 * {@code gradients --expect}: f(x) = w x + b with w = 1/3 and b = 0 on x = 1, y = 0 under the squared loss, so that both
 * derivatives are 1/3.
 */
class ExpectOptionsTest {

    /** The binary64 number next to 1/3, which is 1/3 of a unit in its last place below it, and the one after it. */
    private static final String THIRD = "0.333333333333333314829616256247390992939472198486328125";
    private static final String NEXT = "0.33333333333333337034076748750521801412105560302734375";

    @TempDir
    private Path directory;
    private Path network;
    private Path data;
    private Path expected;

    @BeforeEach
    void writeFiles() throws Exception {
        network = Files.writeString(directory.resolve("network.json"),
                "{\"layers\": [{\"weights\": [[\"1/3\"]], \"bias\": [0], \"activation\": \"identity\"}]}");
        data = Files.writeString(directory.resolve("data.csv"), "1,0\n");
        expected = directory.resolve("expected.json");
    }

    private CommandLineRun compare(String gradients, Object... more) throws Exception {
        Files.writeString(expected, gradients);
        return gradients(List.of("--expect", expected), more);
    }

    private CommandLineRun gradients(List<Object> options, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("gradients", "--network", network, "--data", data, "--loss", "squared"));
        arguments.addAll(options);
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray());
    }

    private static String layer(String weight, String bias) {
        return "{\"gradients\": {\"layers\": [{\"weights\": [[" + weight + "]], \"bias\": [" + bias + "]}]}}";
    }

    @Test
    void whatTheCommandItselfAnswersIsAsExpected() throws Exception {
        String own = gradients(List.of("--json")).out();

        assertThat(compare(own)).isEqualTo(new CommandLineRun(0, "as expected: no number differs\n", ""));
        assertThat(compare(own, "--json").exitCode()).isZero();
        assertThat(Json.read(new Source("o", compare(own, "--json").out())).field("differs").node()).hasToString("[]");
    }

    @Test
    void everyNumberThatDiffersIsNamedWithBothValues() throws Exception {
        CommandLineRun run =
                compare("{\"loss\": 0.05, \"gradients\": {\"layers\": [{\"weights\": [[\"2/3\"]], \"bias\": [\"2/6\"]}]}}");

        assertThat(run).isEqualTo(new CommandLineRun(1, """
                /loss: the file says 0.05, computed 1/18
                /gradients/layers/0/weights/0/0: the file says 2/3, computed 1/3
                not as expected: 2 numbers differ
                """, ""));
    }

    @Test
    void theDifferencesAreThereAsJsonWithTheGradient() throws Exception {
        CommandLineRun run = compare(layer("\"1/3\"", "-1"), "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(Json.read(new Source("o", run.out())).node()).hasToString("{\"loss\":\"1/18\","
                + "\"gradients\":{\"layers\":[{\"weights\":[[\"1/3\"]],\"bias\":[\"1/3\"]}]},"
                + "\"differs\":[{\"pointer\":\"/gradients/layers/0/bias/0\",\"expected\":\"-1\",\"actual\":\"1/3\"}]}");
    }

    @Test
    void theLossMayBeLeftOut() throws Exception {
        assertThat(compare(layer("\"1/3\"", "\"1/3\"")).exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({THIRD + ", 0, 1", THIRD + ", 1, 0", NEXT + ", 0, 1", NEXT + ", 1, 0", "-" + THIRD + ", 9, 1", "0.3333333, 1, 1",
            "0.3333333, 2147483647, 0"})
    void aNumberIsRightWithinSoManyUnitsInTheLastPlace(String bias, String ulps, int exitCode) throws Exception {
        assertThat(compare(layer("\"1/3\"", bias), "--ulps", ulps).exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest
    @CsvSource({"4.94e-324, 0", "4.95e-324, 1"})
    void atZeroTheUnitIsTheLeastNumberAbout4Point9406Times10ToTheMinus324(String bias, int exitCode) throws Exception {
        Files.writeString(data, "1,1/3\n");

        assertThat(compare(layer("0", bias), "--ulps", "1").exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}                                                                      | no \"gradients\", expected one",
        "{\"layers\": []}                                                        | /layers: unknown key, expected one of gradients, loss",
        "{\"gradients\": {\"layers\": []}}                                       | /gradients/layers: an empty array",
        "{\"gradients\": {\"layers\": [{\"weights\": [[1]]}]}}                   | /gradients/layers/0: no \"bias\", expected one",
        "{\"gradients\": {\"layers\": [{\"weights\": [[1], [1]], \"bias\": [1]}]}} | /layers/0/weights: 2 rows of 1 numbers, expected 1 of 1",
        "{\"gradients\": {\"layers\": [{\"weights\": [[1]], \"bias\": [1, 1]}]}} | /gradients/layers/0/bias: a bias of length 2, expected 1",
        "{\"gradients\": {\"layers\": [{\"weights\": [[1]], \"bias\": [1], \"activation\": \"identity\"}]}} | /activation: unknown key",
        "{\"loss\": [], \"gradients\": {\"layers\": [{\"weights\": [[1]], \"bias\": [1]}]}} | /loss: an array, expected a number",
        "{\"loss\": NaN, \"gradients\": {}}                                      | :1:"})
    void anotherShapeIsRefusedWhereItDiffers(String gradients, String message) throws Exception {
        CommandLineRun run = compare(gradients, "--out", directory.resolve("out.json"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("stillpoint: " + expected + ":").contains(message, "expected").containsOnlyOnce("\n");
        assertThat(directory.resolve("out.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--ulps 1", "--expect - --ulps -1", "--expect - --ulps 1/2", "--expect none.json", "--expect"})
    void otherUseIsRefusedInOneLine(String options) {
        CommandLineRun run = gradients(List.of((Object[]) options.split(" ")));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("stillpoint: ").contains("expected").containsOnlyOnce("\n");
    }

    @Test
    void standardInputIsReadOnce() {
        assertThat(CommandLineRun.of("gradients", "--network", "-", "--data", data, "--expect", "-").err())
                .isEqualTo("stillpoint: --expect is - and so is --network, expected standard input for one of them only\n");
    }
}
