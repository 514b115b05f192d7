package org.stillpoint.check.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.check.question.NoAnswerException;

/** Programs that do what no program should; let have its way, each would hang the test or leave a process behind. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ProgramProcessTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    static Stream<Arguments> brokenPrograms() {
        return Stream.of(
                Arguments.of("exit 3", "the program ended with exit code 3, expected an answer"),
                Arguments.of("read line; exit 0", "the program ended with exit code 0, expected an answer"),
                Arguments.of("read line; kill -9 $$", "the program ended with exit code 137, expected an answer"),
                Arguments.of("sleep 1000 & exit 1", "the program ended with exit code 1, expected an answer"),
                Arguments.of("read line; printf '{\"id\": '",
                        "half a line, \"{\"id\": \", and then the end of standard output, expected a line break"),
                Arguments.of("exec >&-; sleep 1000", "the program closed its standard output, expected an answer"),
                Arguments.of("read line; printf '\\377\\n'; read line",
                        "a line that is not UTF-8, \"\uFFFD\", expected JSON in UTF-8"),
                Arguments.of("head -c 4194305 /dev/zero; echo; read line; read line",
                        "a line longer than 4194304 bytes, expected at most that"),
                Arguments.of("yes '' | tr -d '\\n' | cat /dev/zero", "a line longer than 4194304 bytes, expected at most that"));
    }

    @ParameterizedTest
    @MethodSource("brokenPrograms")
    void whatIsNoLineIsSaidInOne(String script, String expected) {
        assertThat(failure(sh(script), LONG)).hasMessage("request 7: " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep 1000", "trap '' TERM HUP INT; while true; do sleep 1; done", "cat >&2; sleep 1000",
            "printf '{'; sleep 1000", "yes noise >&2"})
    void silenceEndsWithTheTimeLimit(String script) {
        assertThat(failure(sh(script), SHORT))
                .hasMessage("request 7: no answer within 0.3 seconds, expected a line on standard output, flushed");
    }

    @Test
    void aRequestThatNobodyReadsEndsWithTheTimeLimit() {
        NoAnswerException failure = catchThrowableOfType(NoAnswerException.class,
                () -> sh("sleep 1000").ask("request 7", "1".repeat(1_000_000), Duration.ofSeconds(1)));

        assertThat(failure).hasMessage("request 7: not read within 1 second, expected the program to read its standard input");
    }

    @Test
    void aProgramMayAnswerBeforeItHasReadTheWholeRequest() {
        try (ProgramProcess program = sh("head -c 10 > /dev/null; echo yes; sleep 1000")) {
            assertThat(program.ask("request 7", "1".repeat(1_000_000), LONG)).isEqualTo("yes");
        }
    }

    @Test
    void linesAreAnsweredOneByOneAndMayEndAsOnWindows() {
        try (ProgramProcess program = sh("printf '\\357\\273\\277'; while read line; do printf '<%s>\\r\\n' \"$line\"; done")) {
            assertThat(program.ask("request 1", "one", LONG)).isEqualTo("<one>");
            assertThat(program.ask("request 2", "größer", LONG)).isEqualTo("<größer>");
        }
    }

    @Test
    void theLongestLineIsRead() {
        try (ProgramProcess program = sh("read line; head -c 4194304 /dev/zero; echo; read line")) {
            assertThat(program.ask("request 1", "one", LONG)).hasSize(4_194_304);
        }
    }

    @Test
    void whatFollowsTheAnswerIsRefused() {
        assertThat(failure(sh("read line; printf 'one\\ntwo\\n'; read line"), LONG)).hasMessage("request 7: more than the line "
                + "\"one\", expected one line on standard output for each request and nothing else there");
        assertThat(failure(sh("read line; yes"), LONG)).hasMessageStartingWith("request 7: more than the line \"y\"");
    }

    @Test
    void theLastLinesOfStandardErrorAreKept() {
        String script = "i=0; while [ $i -lt 1000 ]; do echo line $i >&2; i=$((i+1)); done; printf 'the end' >&2; exit 1";

        assertThat(failure(sh(script), LONG).lastLines()).hasSize(20).startsWith("line 981").endsWith("line 999", "the end");
    }

    @Test
    void standardErrorIsMadeFitToBeShown() {
        String script = "printf 'red \\033[31m\\tnot \\377\\r\\n' >&2; head -c 100000 /dev/zero | tr '\\0' x >&2; exit 1";

        assertThat(failure(sh(script), LONG).lastLines()).containsExactly("red ?[31m not \uFFFD", "x".repeat(300) + "...");
    }

    @Test
    void whatCannotBeStartedIsSaid(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n");

        assertThat(startFailure("no-such-program-anywhere"))
                .hasMessage("\"no-such-program-anywhere\": no such program, expected a program that can be started");
        assertThat(startFailure(file.toString()))
                .hasMessageEndingWith(": no permission to run it, expected a program that can be started");
        assertThat(startFailure("nul\0")).hasMessage("\"nul?\": cannot be started, expected a program that can be started");
    }

    /** Each says the number of a process that it leaves running. */
    @ParameterizedTest
    @ValueSource(strings = {
            "sleep 1000 & echo $!; wait",
            "trap '' TERM; echo $$; while true; do sleep 1; done",
            "sh -c 'trap \"\" TERM HUP; echo $$; while true; do sleep 1; done' & wait",
            "sh -c 'sleep 1000 & echo $!; wait' & wait",
            "env -i sleep 1000 & echo $!; wait",
            "env -i sleep 1000 & echo $!; read line"})
    void noChildIsLeftBehind(String script) {
        ProgramProcess program = sh("read line; " + script);
        long child = Long.parseLong(program.ask("request 1", "", LONG));
        assertThat(runs(child)).isTrue();

        program.close();

        assertThat(hasEnded(child)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "sleep 1000 & echo $!; exit 1",
            "sh -c 'sleep 1000 & echo $!'; read line",
            "setsid sh -c 'echo $$; exec <&- >&- 2>&-; sleep 1000; true' & read line",
            "(trap '' TERM HUP; nohup sleep 1000 2> /dev/null > /dev/null & echo $!) & read line"})
    @EnabledOnOs(OS.LINUX)
    void noChildIsLeftBehindThatOutlivesItsParent(String script) {
        ProgramProcess program = sh("read line; " + script);
        long child = Long.parseLong(program.ask("request 1", "", LONG));

        program.close();

        assertThat(hasEnded(child)).isTrue();
    }

    @Test
    void aProgramMayTidyUpAfterTheEndOfItsInput(@TempDir Path folder) {
        Path tidied = folder.resolve("tidied");
        try (ProgramProcess program = sh("while read line; do echo yes; done; echo yes > '" + tidied + "'")) {
            assertThat(program.ask("request 1", "", LONG)).isEqualTo("yes");
        }

        assertThat(tidied).hasContent("yes");
    }

    @Test
    void theProgramIsEndedWithTheOneThatAsksIt() throws Exception {
        Process asking = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Asking.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said = asking.inputReader()) {
            long program = Long.parseLong(said.readLine());
            assertThat(runs(program)).isTrue();

            asking.destroy();
            asking.waitFor();

            assertThat(hasEnded(program)).isTrue();
        }
    }

    /** Asks a program for its number, says it, and then waits for an answer that does not come. */
    static final class Asking {

        private Asking() {
        }

        public static void main(String[] args) {
            ProgramProcess program = sh("read line; echo $$; sleep 1000; true");
            System.out.println(program.ask("request 1", "", LONG));
            program.ask("request 2", "", LONG);
        }
    }

    /** A process that has ended but that nobody has asked about yet has no command. */
    private static boolean runs(long process) {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).flatMap(handle -> handle.info().command()).isPresent();
    }

    /** A process that was told to end does so a moment later. */
    private static boolean hasEnded(long process) {
        for (long end = System.nanoTime() + LONG.toNanos(); runs(process) && System.nanoTime() < end; ) {
            LockSupport.parkNanos(1_000_000);
        }
        return !runs(process);
    }

    private static ProgramProcess sh(String script) {
        return ProgramProcess.start(List.of("sh", "-c", script));
    }

    private static NoAnswerException failure(ProgramProcess program, Duration limit) {
        return catchThrowableOfType(NoAnswerException.class, () -> program.ask("request 7", "line", limit));
    }

    private static NoAnswerException startFailure(String command) {
        return catchThrowableOfType(NoAnswerException.class, () -> ProgramProcess.start(List.of(command)));
    }
}
