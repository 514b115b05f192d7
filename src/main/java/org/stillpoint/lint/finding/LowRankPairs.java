package org.stillpoint.lint.finding;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.tensor.Dimensions;

/** The two factors of low-rank adapters, known by the names that adapters give them: one of them usually starts at zero. */
final class LowRankPairs {

    private static final Pattern FACTOR = Pattern.compile("(.*lora_?)([AB]|down|up)(\\b.*)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> OTHER = Map.of("A", "B", "B", "A", "a", "b", "b", "a", "down", "up", "up", "down");

    private final Map<String, Survey> byName;

    LowRankPairs(Collection<Survey> surveys) {
        byName = surveys.stream().collect(Collectors.toMap(survey -> survey.weights().name(), Function.identity(), (a, b) -> a));
    }

    /** What is told of a tensor of zeros that is a factor of such a pair. */
    Optional<Finding> of(Survey survey) {
        Dimensions dimensions = survey.weights().dimensions();
        if (!survey.zero() || dimensions.entries() == 0 || !survey.weights().isFloating()) {
            return Optional.empty();
        }
        return other(survey).map(other -> {
            String all = "All " + Words.number(dimensions.entries()) + " entries (" + dimensions + ") are zero. ";
            return other.zero()
                    ? Drafts.ofEntries(Rule.ZERO_BLOCK, Severity.WARNING, survey.weights(), List.of(), "LORA-1", all
                            + "By its name it is one of the two factors of an adapter, and " + other.weights().name()
                            + " is zero too: then neither ever moves.", "Start one of the two at random.")
                    : Drafts.ofEntries(Rule.HARMLESS_ZERO, Severity.NOTE, survey.weights(), List.of(), "LORA-1", all
                            + "By its name it is one of the two factors of an adapter, and " + other.weights().name()
                            + " is not zero: as a rule it moves in the first step, the other one in the second.", "Nothing.");
        });
    }

    private Optional<Survey> other(Survey survey) {
        Matcher name = FACTOR.matcher(survey.weights().name());
        return name.matches() ? Optional.ofNullable(OTHER.get(name.group(2))).map(factor ->
                byName.get(name.group(1) + factor + name.group(3))) : Optional.empty();
    }
}
