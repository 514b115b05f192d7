package org.stillpoint.proof.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.proof.prover.Specification;
import org.stillpoint.proof.rules.KeyRule;

/** The guide to the contracts explains every word of them, says where it is defined, and quotes what is in the source. */
class ReadersGuideTest {

    private static final Path SPECS = Path.of("specs");
    private static final Pattern WORD = Pattern.compile("\\\\dl_(\\w+)");
    private static final Pattern NAME = Pattern.compile("\\w+");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`\\w+[(`].*?) \\| .* \\| (\\w+\\.key) \\|$");
    private static final Pattern EXPLAINED = Pattern.compile("`(\\w+)[(`]");
    private static final Pattern QUOTED = Pattern.compile("(?s)```java\\R(.*?)\\R```");

    private final String guide = Specification.read(SPECS.resolve("README.md"));
    private final List<Path> sources = Specification.ofThisBuild().sources();

    @Test
    void theGuideExplainsTheWordsOfTheContractsAndThoseThatTheyAreShortFor() {
        Set<String> used = sources.stream().flatMap(source -> WORD.matcher(Specification.read(source)).results())
                .map(word -> word.group(1)).collect(Collectors.toSet());
        Set<String> known = KeyRule.all().stream()
                .filter(rule -> rule.name().endsWith("Def") && used.contains(rule.find().symbol()))
                .flatMap(rule -> NAME.matcher(rule.meaning()).results()).map(MatchResult::group).collect(Collectors.toSet());
        known.addAll(used);

        assertThat(rows().flatMap(row -> explained(row.group(1)))).doesNotHaveDuplicates().containsAll(used).isSubsetOf(known);
    }

    @Test
    void everyWordIsInTheFileNamed() {
        assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(explained(row.group(1)))
                .allSatisfy(word -> assertThat(files(row.group(2))).isNotEmpty()
                        .anySatisfy(file -> assertThat(Specification.read(file)).containsPattern("\\b" + word + "\\b"))));
    }

    @Test
    void everyContractQuotedIsInTheSource() {
        String source = sources.stream().map(Specification::read).map(ReadersGuideTest::withoutIndents)
                .collect(Collectors.joining());

        assertThat(QUOTED.matcher(guide).results().map(quote -> withoutIndents(quote.group(1)))).isNotEmpty()
                .allSatisfy(quote -> assertThat(source).contains(quote));
    }

    private Stream<MatchResult> rows() {
        return ROW.matcher(guide).results();
    }

    private static Stream<String> explained(String words) {
        return EXPLAINED.matcher(words).results().map(word -> word.group(1));
    }

    private static List<Path> files(String name) {
        Specification specification = Specification.ofThisBuild();
        return Stream.concat(specification.problems().stream(), specification.theories().stream())
                .filter(file -> file.endsWith(name)).toList();
    }

    private static String withoutIndents(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
