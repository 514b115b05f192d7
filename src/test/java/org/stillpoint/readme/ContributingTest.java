package org.stillpoint.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md sends its readers to is there. */
class ContributingTest {

    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern PATH = Pattern.compile("[\\w.<>-]+(/[\\w.<>-]+)+|[A-Z]+\\.md");
    private static final Pattern CLASS = Pattern.compile("([A-Z][a-z]+[A-Za-z]*)(?:[.#](\\w+))?");
    private static final Pattern COMMAND = Pattern.compile("(?m)^mvn [^#\\n]*|`mvn ([^`\\n]*)`");
    private static final Pattern PROFILE = Pattern.compile("-P(\\w+)");
    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");
    private static final Pattern PROPERTY = Pattern.compile("-D(stillpoint\\.[\\w.]+)=");

    private static String guide;
    private static List<Path> files;

    @BeforeAll
    static void read() throws IOException {
        guide = Files.readString(Path.of("CONTRIBUTING.md"));
        try (Stream<Path> top = Files.list(Path.of(""))) {
            files = top.filter(path -> !List.of("target", ".git").contains(path.toString())).flatMap(ContributingTest::under)
                    .toList();
        }
    }

    @Test
    void everyPathLeadsToAFile() {
        assertThat(code(PATH)).isNotEmpty().allSatisfy(path -> {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + path.group().replaceAll("<\\w+>", "*"));
            assertThat(files).as(path.group()).anyMatch(matcher::matches);
        });
    }

    @Test
    void everyClassIsThereWithWhatIsNamedInIt() {
        assertThat(code(CLASS)).isNotEmpty().allSatisfy(type -> {
            List<Path> sources = files.stream().filter(file -> file.endsWith(type.group(1) + ".java")).toList();

            assertThat(sources).as(type.group()).isNotEmpty();
            if (type.group(2) != null) {
                assertThat(sources).as(type.group())
                        .anySatisfy(source -> assertThat(source).content().containsPattern("\\b" + type.group(2) + "\\b"));
            }
        });
    }

    @Test
    void everyCommandRunsWhatThereIs() {
        String project = textOf(Path.of("pom.xml"));
        List<String> commands = COMMAND.matcher(guide).results().map(MatchResult::group).toList();

        assertThat(commands).isNotEmpty().allSatisfy(command -> {
            assertThat(found(PROFILE, command)).allSatisfy(profile -> assertThat(project).contains("<id>" + profile + "</id>"));
            assertThat(found(TEST, command))
                    .allSatisfy(test -> assertThat(files).anyMatch(file -> file.endsWith(test + ".java")));
        });
    }

    @Test
    void everySystemPropertyIsRead() {
        List<String> sources = files.stream().filter(file -> file.toString().endsWith(".java")).map(ContributingTest::textOf)
                .toList();

        assertThat(found(PROPERTY, guide)).isNotEmpty()
                .allSatisfy(property -> assertThat(sources).anyMatch(source -> source.contains("\"" + property + "\"")));
    }

    private static Stream<MatchResult> code(Pattern form) {
        return CODE.matcher(guide).results().map(code -> form.matcher(code.group(1))).filter(matcher -> matcher.matches())
                .map(matcher -> matcher.toMatchResult());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static Stream<Path> under(Path path) {
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
