package org.stillpoint.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader who tries a document's examples finds wrong with them. */
class ReaderTest {

    @TempDir
    Path folder;
    private Reader reader;

    @BeforeEach
    void sitDown() {
        reader = new Reader(folder);
    }

    @Test
    void anOutputAsShownIsRight() {
        assertThat(tries("printf 'a\\n\\nb\\n'", "a", "", "b")).isEmpty();
        assertThat(tries("true")).isEmpty();
    }

    @Test
    void anOutputThatDiffersIsReportedWithTheCommandAndBothOutputs() {
        assertThat(tries("echo 'mean loss: 7'", "mean loss: 8", "accuracy: 1")).contains("""
                line 12: echo 'mean loss: 7'
                is shown to print
                    mean loss: 8
                    accuracy: 1
                and printed
                    mean loss: 7
                """);
    }

    @Test
    void anOutputThatIsNotShownIsReported() {
        assertThat(tries("echo 7"))
                .hasValueSatisfying(report -> assertThat(report)
                        .contains("is shown to print\n    nothing\nand printed\n    7\n"));
    }

    @Test
    void aCommandThatFailsIsReportedByWhatItSays() {
        assertThat(tries("echo 'no such file' >&2; exit 3", "7"))
                .hasValueSatisfying(report -> assertThat(report).contains("no such file"));
    }

    @Test
    void errorsAreShownLastAndTheExitCodeIsNotLookedAt() {
        assertThat(tries("echo refused >&2; echo 7; exit 2", "7", "refused")).isEmpty();
    }

    @Test
    void dotsStandForOneLineOrMore() {
        assertThat(tries("seq 5", "1", "[...]", "5")).isEmpty();
        assertThat(tries("seq 5", "1", "[...]")).isEmpty();
        assertThat(tries("seq 5", "[...]", "4")).isPresent();
        assertThat(tries("seq 2", "1", "[...]", "2")).isPresent();
    }

    @Test
    void aDurationStandsForAnyDurationAndNoOtherNumberForAnother() {
        assertThat(tries("echo 'passed, 7.8 s of 10'", "passed, < 0.1 s of 10")).isEmpty();
        assertThat(tries("echo 'passed, 7.8 s of 10'", "passed, 7.8 s of 11")).isPresent();
        assertThat(tries("echo 'passed, 7.8'", "passed, 7.8 s")).isPresent();
    }

    @Test
    void whatIsShownIsTakenLetterByLetter() {
        assertThat(tries("echo 'W = [(1, 1)]'", "W = [(1, 1)]")).isEmpty();
        assertThat(tries("echo 'W = (1, 1)'", "W = .*")).isPresent();
    }

    @Test
    void anInternalErrorIsNeverRight() {
        assertThat(tries("echo 'stillpoint: internal error' >&2", "stillpoint: internal error")).isPresent();
        assertThat(tries("echo 'stillpoint: internal error' >&2", "[...]")).isPresent();
    }

    @Test
    void whatOneCommandWritesTheNextOneReads() {
        assertThat(tries("echo 7 > seven.txt")).isEmpty();
        assertThat(tries("cat seven.txt", "7")).isEmpty();
    }

    private Optional<String> tries(String command, String... shown) {
        return reader.tries(new ConsoleExample(12, command, List.of(shown)));
    }
}
