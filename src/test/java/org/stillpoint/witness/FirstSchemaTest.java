package org.stillpoint.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.format.Difference;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.statement.Statement;

/** Files of the first schema are still replayed, and say in facts what they said in kinds of their own. */
class FirstSchemaTest {

    /** Says that the number of distinct units increased, which it never does. */
    private static final String WRONG = "different-units-increase";

    @TestFactory
    Stream<DynamicTest> anOldFileIsReproduced() throws IOException {
        return WitnessFiles.ofFirstSchema().stream().filter(file -> !WitnessFiles.name(file).equals(WRONG))
                .map(file -> DynamicTest.dynamicTest(WitnessFiles.name(file), () -> {
                    Replay replay = Replay.of(WitnessFiles.source(file));

                    assertThat(replay.differs()).isEmpty();
                    assertThat(replay.witness().holds()).isTrue();
                }));
    }

    @Test
    void anOldFileThatShowsNothingIsNotReproduced() throws IOException {
        assertThat(Replay.of(WitnessFiles.source(named(WRONG))).differs())
                .containsExactly(new Difference("/statement/conclusions/0/relation", "2 > 2", "2 = 2"));
    }

    @Test
    void everyKindThatThereWasIsRead() throws IOException {
        List<String> kinds = WitnessFiles.ofFirstSchema().stream()
                .map(file -> Json.read(WitnessFiles.source(file)).field("statement").field("kind").string()).distinct().toList();

        assertThat(kinds).containsExactlyInAnyOrder("all-units-differ", "different-units-increase", "falsified-property",
                "gradient-entries-differ", "loss-decreases", "loss-increases", "lower-loss-nearby", "midpoint-loss-above-mean",
                "numbers-compare", "parameters-move", "reaches-full-accuracy", "shows", "stuck-below-full-accuracy", "two-cycle",
                "weight-changes-from-zero", "weights-within-a-row-differ");
    }

    /** But for {@code lower-loss-nearby}, which spelled out losses where now their quotients stand. */
    @TestFactory
    Stream<DynamicTest> anOldFileShowsWhatTheNewOneOfItsSearchDoes() throws IOException {
        return WitnessFiles.ofFirstSchema().stream()
                .filter(file -> !WitnessFiles.name(file).equals("ZERO-8"))
                .filter(file -> Files.exists(WitnessFiles.named(WitnessFiles.name(file))))
                .map(file -> DynamicTest.dynamicTest(WitnessFiles.name(file), () ->
                        assertThat(statement(file)).isEqualTo(statement(WitnessFiles.named(WitnessFiles.name(file))))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Q-3           | "row" : 0                  | "row" : 7              | unit 8, expected one from 1 to 2
            Q-3           | "layer" : 0                | "layer" : 2            | layer 3, expected one from 1 to 2
            Q-3           | "kind" : "gradient-entries | "kind" : "gradients    | /statement/kind: an unknown kind of statement
            Q-3           | "premises"                 | "premisses"            | /statement: no "premises"
            Q-3           | "other-column"             | "another-column"       | /statement/another-column: unknown key
            Q-A-two-cycle | "loss" : "squared"         | "loss" : "hinge"       | loss hinge, expected squared
            ZERO-8        | "halvings" : 10            | "halvings" : 65        | 65 halvings, expected at most 64
            LAW-2         | "direction"                | "directions"           | unknown key
            """)
    void whatIsNoFileOfTheFirstSchemaIsRefusedWithItsPlace(String name, String from, String to, String message)
            throws IOException {
        String text = Files.readString(named(name));
        assertThat(text).contains(from);

        assertThatThrownBy(() -> Replay.of(new Source("file", text.replace(from, to)))).isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aNumberWrittenInAnotherWayIsTheSameNumber() throws IOException {
        String text = Files.readString(named("Q-6-worse"));
        assertThat(text).contains("\"targets\" : [ \"1\" ]");

        assertThat(Replay.of(new Source("file", text.replace("\"targets\" : [ \"1\" ]", "\"targets\" : [ 1.0 ]"))).differs())
                .isEmpty();
    }

    private static Path named(String name) throws IOException {
        return WitnessFiles.ofFirstSchema().stream().filter(file -> WitnessFiles.name(file).equals(name)).findFirst()
                .orElseThrow();
    }

    private static Statement statement(Path file) {
        return WitnessFormat.read(Json.read(WitnessFiles.source(file))).statement();
    }
}
