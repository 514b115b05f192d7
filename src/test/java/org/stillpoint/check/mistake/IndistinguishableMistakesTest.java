package org.stillpoint.check.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.check.question.Question;

/** Mistakes that no question tells apart are one mistake with several names, and have to be named together. */
class IndistinguishableMistakesTest {

    private static final Path GROUPS = Path.of("src/test/resources/check/indistinguishable-mistakes.txt");

    @Test
    void mistakesThatNoQuestionTellsApartAreThoseThatAreListed() throws Exception {
        List<String> listed = Files.readAllLines(GROUPS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        assertThat(groups()).containsExactlyElementsOf(listed);
    }

    private static List<String> groups() {
        List<List<Hypothesis>> groups = List.of(MistakesTest.made().toList());
        for (Question question : QuestionList.all()) {
            groups = groups.stream().flatMap(group -> split(group, question)).filter(group -> group.size() > 1).toList();
        }
        return groups.stream().map(group -> group.stream().map(Hypothesis::toString).collect(Collectors.joining(" | "))).sorted()
                .toList();
    }

    private static Stream<List<Hypothesis>> split(List<Hypothesis> group, Question question) {
        Map<List<BigDecimal>, List<Hypothesis>> byAnswer = new LinkedHashMap<>();
        for (Hypothesis hypothesis : group) {
            byAnswer.computeIfAbsent(ExactAnswers.of(hypothesis, Conventions.usual(), question), answer -> new ArrayList<>())
                    .add(hypothesis);
        }
        return byAnswer.values().stream();
    }
}
