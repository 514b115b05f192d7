package org.stillpoint.attacks;

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
import org.junit.jupiter.api.io.TempDir;

/** A few of the attacks, one of each kind that a quick test notices; {@code -Pattacks} tries all. */
class AttackSampleTest {

    private static final List<String> LINES = List.of("title: Nothing is nothing", "kind: a false contract of a stub",
            "file: a.txt", "- one", "-",
            "- three", "+ two", "file: b.txt", "+ new", "switch: -Da=b", "noticed by: org.stillpoint.ATest#aTest", "message: no");

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> theAttacksOfTheSampleAreNoticed() {
        return new Trial(Attack.all().stream().filter(Attack::sample).toList()).eachIsNoticed();
    }

    @Test
    void theSampleHasOneAttackOfAKind() {
        assertThat(Attack.all().stream().filter(Attack::sample).map(Attack::kind)).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void noTwoAttacksHaveOneTitle() {
        assertThat(Attack.all().stream().map(Attack::title)).doesNotHaveDuplicates();
    }

    @Test
    void thereAreTwoAttacksOfEachKind() {
        assertThat(Kind.values()).allSatisfy(kind -> assertThat(Attack.all().stream().filter(attack -> attack.kind() == kind))
                .as(kind.toString()).hasSizeGreaterThanOrEqualTo(2));
    }

    @TestFactory
    Stream<DynamicTest> whatAnAttackReplacesIsThere() {
        return Attack.all().stream().map(attack -> DynamicTest.dynamicTest(attack.name(), () -> {
            for (Change change : attack.changes()) {
                Path copy = directory.resolve(attack.name()).resolve(change.file());
                Files.createDirectories(copy.getParent());
                if (Files.exists(change.file()) && Files.notExists(copy)) {
                    Files.copy(change.file(), copy);
                }
                change.applyIn(directory.resolve(attack.name()));
            }
        }));
    }

    @Test
    void anAttackIsReadAsItIsWritten() {
        assertThat(Attack.parse("x", LINES)).isEqualTo(new Attack("x", "Nothing is nothing", Kind.STUB,
                List.of(new Change(Path.of("a.txt"), "one\n\nthree", "two"), new Change(Path.of("b.txt"), "", "new")),
                List.of("-Da=b"), "org.stillpoint.ATest#aTest", "no", false));
        assertThatThrownBy(() -> Attack.parse("x", LINES.subList(1, LINES.size()))).hasMessage("0 lines title: expected one");
        assertThatThrownBy(() ->
                Attack.parse("x", Stream.concat(LINES.subList(0, 2).stream(), LINES.subList(10, 12).stream()).toList()))
                .hasMessage("changes nothing, expected a file: or a switch:");
    }

    @Test
    void aChangeIsMadeAtItsOnlyPlaceOrRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("a.txt"), "one, two and two");

        change("one", "three");
        assertThat(file).hasContent("three, two and two");
        assertThatThrownBy(() -> change("one", "")).hasMessage("a.txt does not contain one");
        assertThatThrownBy(() -> change("two", "")).hasMessage("a.txt contains more than once two");
        assertThatThrownBy(() -> change("", "new")).hasMessage("a.txt is there already");
    }

    @Test
    void anAttackThatNobodyNoticesIsReported() {
        Attack harmless = new Attack("harmless", "A word more in a file that nobody reads", Kind.EMPTIED,
                List.of(new Change(Path.of("specs/nobody.txt"), "", "word")), List.of(),
                "org.stillpoint.domain.DomainTypesTest#zerosHasTheWidthsAskedForAndReluInsideOnly", "zeros", false);

        assertThatThrownBy(() -> new Trial(List.of(harmless)).eachIsNoticed().findFirst().orElseThrow().getExecutable().execute())
                .isInstanceOf(AssertionError.class).hasMessageContaining("A word more in a file that nobody reads");
    }

    private void change(String before, String after) throws IOException {
        new Change(Path.of("a.txt"), before, after).applyIn(directory);
    }
}
