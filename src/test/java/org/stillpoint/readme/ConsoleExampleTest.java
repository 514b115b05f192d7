package org.stillpoint.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleExampleTest {

    @Test
    void everyCommandOfEveryConsoleBlockIsFoundInItsOrderWithTheLinesThatFollowIt() {
        assertThat(ConsoleExample.in("""
                Set up with `mvn verify`:

                    $ mvn verify

                ```console
                $ one --out a.json
                $ two
                first

                third
                ```

                ```json
                $ no command
                ```

                ```console
                $ three
                ```
                """)).containsExactly(
                new ConsoleExample(6, "one --out a.json", List.of()),
                new ConsoleExample(7, "two", List.of("first", "", "third")),
                new ConsoleExample(18, "three", List.of()));
    }

    @Test
    void aBlockThatDoesNotBeginWithACommandIsRefused() {
        assertThatThrownBy(() -> ConsoleExample.in("```console\nmean loss: 7\n$ one\n```\n"))
                .hasMessage("line 2: no command, expected a line that begins with \"$ \"");
    }

    @Test
    void aBlockThatDoesNotEndIsRefused() {
        assertThatThrownBy(() -> ConsoleExample.in("text\n```console\n$ one\n"))
                .hasMessage("line 2: a console block without an end");
    }
}
