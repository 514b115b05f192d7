package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Named;
import org.stillpoint.generation.Start;

/** The lab's page and its scripts fit each other and the rest of the project; what they do is seen in a browser only. */
class LabSourcesTest {

    private static final Path WEB = Path.of("src", "lab", "web");

    private String page;
    private TreeMap<String, String> scripts;

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(WEB.resolve("lab.html"));
        scripts = new TreeMap<>();
        try (Stream<Path> files = Files.list(WEB)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".js")).toList()) {
                scripts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
    }

    @Test
    void everyScriptStandsOnThePageOnce() {
        assertThat(scripts).isNotEmpty()
                .allSatisfy((name, text) -> assertThat(page.split(Pattern.quote("src=\"" + name + "\""), -1)).as(name)
                        .hasSize(2));
    }

    @Test
    void everyElementThatAScriptAsksForByItsNameIsThere() {
        String all = String.join("\n", scripts.values());
        List<String> made = found(all, "\\bid: '([a-z-]+)'");
        List<String> asked = found(all, "byId\\('([a-z-]+)'\\)");

        assertThat(asked).hasSizeGreaterThan(20)
                .allSatisfy(id -> assertThat(made.contains(id) || page.contains("id=\"" + id + "\"")).as(id).isTrue());
    }

    @Test
    void everyClaimOfAGuidedPathIsInTheCatalogue() {
        List<String> claims = found(scripts.get("lab-paths.js"), "'([A-Z]+-[0-9A-Z]+)'");

        assertThat(claims).hasSizeGreaterThan(10)
                .allSatisfy(claim -> assertThat(Path.of("specs", "claims", claim + ".json")).exists());
    }

    @Test
    void theStartsAreThoseThatCanBeMade() {
        String starts = found(scripts.get("lab-controls.js"), "(?s)STARTS = \\{(.*?)\\}").get(0);

        assertThat(found(starts, "(?m)^ *'?([a-z-]+)'?:")).containsExactlyInAnyOrderElementsOf(
                Stream.concat(Stream.of(Start.values()).map(Named::id), Stream.of("own")).toList());
    }

    @Test
    void everyChoiceOfALossAndOfAnActivationIsOne() {
        assertThat(choices("loss")).contains("hinge").allSatisfy(Loss::fromId);
        assertThat(choices("activation")).contains("relu").allSatisfy(Activation::fromId);
        assertThat(choices("output")).contains("identity").allSatisfy(Activation::fromId);
    }

    @Test
    void noScriptWritesMarkupOrReachesForTheNetwork() {
        assertThat(scripts).allSatisfy((name, text) -> assertThat(text).as(name)
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "fetch(", "XMLHttpRequest",
                        "https://", "eval("));
    }

    /** What can be chosen in a field: the value of each option, or its text if it has none. */
    private List<String> choices(String field) {
        String options = found(page, "(?s)<select id=\"" + field + "\"[^>]*>(.*?)</select>").get(0);
        return Pattern.compile("<option(?: value=\"([^\"]+)\")?>([^<]+)</option>").matcher(options).results()
                .map(option -> option.group(1) == null ? option.group(2) : option.group(1)).toList();
    }

    private static List<String> found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(match -> match.group(1)).distinct().collect(Collectors.toList());
    }
}
