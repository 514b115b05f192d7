package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;

/** {@code check} on the Java template, as it is and with a mistake in it, and on programs that do not keep to the protocol. */
class CheckCommandTest {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Path TEMPLATE = Path.of("src/adapters/java/Template.java");
    private static final String PATIENT = "120";
    private static final String BIAS = "gradients.get(l).bias[j] += delta[j]";

    @TempDir
    private Path directory;

    private static CommandLineRun check(List<Object> options, Object... command) {
        List<Object> arguments = new ArrayList<>(List.of("check"));
        arguments.addAll(options);
        arguments.add("--");
        arguments.addAll(List.of(command));
        return CommandLineRun.of(arguments.toArray());
    }

    /** The template with another line, compiled, as a command; programs are started often. */
    private Object[] template(String line) throws IOException {
        String source = Files.readString(TEMPLATE);
        assertThat(source).containsOnlyOnce(BIAS);
        Path file = Files.writeString(directory.resolve("Template.java"), source.replace(BIAS, line));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", directory.toString(), file.toString()))
                .isZero();
        return new Object[] {JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", directory, "Template"};
    }

    @Test
    void aRightProgramEndsWithZero() throws Exception {
        CommandLineRun run = check(List.of("--cases", 12, "--suite", "smooth", "--timeout", PATIENT), template(BIAS));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("the Java template: right in all 12 cases\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aWrongProgramEndsWithOneAndEveryFileSaysTheSame() throws Exception {
        Path html = directory.resolve("case.html");
        Path junit = directory.resolve("report.xml");
        Path gradescope = directory.resolve("results.json");

        CommandLineRun run = check(List.of("--cases", 24, "--suite", "smooth", "--json", "--html", html, "--junit", junit,
                "--gradescope", gradescope, "--timeout", PATIENT), template(BIAS.replace("+=", "-=")));

        assertThat(run.exitCode()).isEqualTo(1);
        int count = Json.read(new Source("verdict", run.out())).field("wrong").node().intValue();
        assertThat(count).isPositive();
        String headline = "wrong in " + count + " of 24 cases";
        assertThat(html).content().contains(headline);
        assertThat(junit).content().contains(headline);
        assertThat(gradescope).content().contains(headline);
    }

    @Test
    void aProgramThatEndsAtOnceIsToldInOneLineWithItsLastWordsBelow() {
        assertThat(check(List.of(), "sh", "-c", "echo '  cannot import numpy' >&2; exit 3")).isEqualTo(new CommandLineRun(2, "",
                """
                stillpoint: hello: the program ended with exit code 3, expected an answer
                      cannot import numpy
                """));
    }

    @Test
    void aProgramThatIsNotThereIsToldInOneLine() {
        CommandLineRun run = check(List.of(), directory.resolve("none"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("stillpoint: ").contains("no such program").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--cases     | 0         | --cases 0, expected 1 to 100000",
        "--timeout   | 0         | --timeout 0, expected 1 to 86400",
        "--suite     | rough     | expected one of all, smooth, kinks, starts, training",
        "--html      | -         | --html -, expected a file",
        "--junit     | none/x    | none/x: cannot be written",
        "--gradescope| .         | .: is a directory, expected a file"})
    void whatCannotBeDoneIsRefusedBeforeTheProgramIsStarted(String option, String value, String message) {
        Path started = directory.resolve("started");

        CommandLineRun run = check(List.of(option, value), "touch", started);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("stillpoint: ").contains(message).hasLineCount(1);
        assertThat(started).doesNotExist();
    }

    @Test
    void twoResultsInOneFileAreRefused() {
        Path file = directory.resolve("x");

        assertThat(check(List.of("--html", file, "--junit", file), "true").err())
                .contains("--junit " + file + " is the file of --html, expected another");
    }

    @Test
    void aCommandIsNeeded() {
        assertThat(check(List.of()).exitCode()).isEqualTo(2);
    }
}
