package org.stillpoint.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.check.verdict.CaseText;
import org.stillpoint.check.verdict.DiagnosisText;
import org.stillpoint.check.verdict.NumberText;
import org.stillpoint.check.verdict.Smallest;
import org.stillpoint.check.verdict.Verdict;
import org.stillpoint.check.verdict.WrongNumber;
import org.stillpoint.format.JsonCursor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept of the verdict on a library, in one type.
 *
 * @param name with its version
 * @param arithmetic the type
 * @param cases those that it answered
 * @param conventions those that a case showed: the way by the name
 * @param diagnosis the names of mistakes, or of a memory
 * @param says the same in sentences
 * @param smallest the smallest wrong case in short, present if something is wrong
 */
public record Judged(String name, String arithmetic, int cases, int wrong, Map<String, String> conventions,
                     List<String> diagnosis, List<String> says, Optional<String> smallest) {

    private static final String NAME = "name";
    private static final String ARITHMETIC = "arithmetic";
    private static final String CASES = "cases";
    private static final String WRONG = "wrong";
    private static final String CONVENTIONS = "conventions";
    private static final String DIAGNOSIS = "diagnosis";
    private static final String SAYS = "says";
    private static final String SMALLEST = "smallest";

    public Judged {
        conventions = Map.copyOf(conventions);
        diagnosis = List.copyOf(diagnosis);
        says = List.copyOf(says);
    }

    public static Judged of(Verdict verdict) {
        Map<String, String> conventions = new LinkedHashMap<>();
        verdict.conventions().forEach(shown -> shown.way().ifPresent(way -> conventions.put(shown.convention().id(), way)));
        List<String> diagnosis = new ArrayList<>();
        List<String> says = new ArrayList<>();
        verdict.memory().ifPresent(memory -> {
            diagnosis.add(memory.id());
            says.add(memory.says() + ".");
        });
        verdict.diagnosis().ifPresent(explanation -> {
            explanation.simplest().made().forEach(made -> diagnosis.add(made.toString()));
            says.addAll(DiagnosisText.says(explanation.simplest()));
            says.add("This explains " + explanation.explains() + " of " + explanation.of() + " wrong cases.");
        });
        verdict.shape().forEach(sentence -> says.add(sentence + "."));
        NumberText numbers = new NumberText(verdict.ability().arithmetic());
        return new Judged(verdict.ability().name(), verdict.ability().arithmetic().id(), verdict.cases(), verdict.wrong(),
                conventions, diagnosis, says, verdict.smallest().map(smallest -> inShort(smallest, numbers)));
    }

    private static String inShort(Smallest smallest, NumberText numbers) {
        WrongNumber first = smallest.wrong().get(0);
        return CaseText.brief(smallest.request()) + ": " + first.what() + " is " + numbers.of(first.reported()) + ", expected "
                + numbers.of(first.expected());
    }

    static Judged read(JsonCursor value) {
        value.allowing(Set.of(NAME, ARITHMETIC, CASES, WRONG, CONVENTIONS, DIAGNOSIS, SAYS, SMALLEST));
        JsonCursor shown = value.field(CONVENTIONS);
        Map<String, String> conventions = new LinkedHashMap<>();
        shown.node().propertyNames().forEach(id -> conventions.put(id, shown.field(id).string()));
        return new Judged(value.field(NAME).string(), value.field(ARITHMETIC).string(), count(value.field(CASES)),
                count(value.field(WRONG)), conventions, strings(value, DIAGNOSIS), strings(value, SAYS),
                value.optionalField(SMALLEST).map(JsonCursor::string));
    }

    private static int count(JsonCursor value) {
        return value.number().intValue();
    }

    private static List<String> strings(JsonCursor value, String key) {
        return value.optionalField(key).map(array -> array.elements().stream().map(JsonCursor::string).toList())
                .orElse(List.of());
    }

    void write(ObjectNode json) {
        json.put(NAME, name).put(ARITHMETIC, arithmetic).put(CASES, cases).put(WRONG, wrong);
        ObjectNode shown = json.putObject(CONVENTIONS);
        conventions.keySet().stream().sorted().forEach(id -> shown.put(id, conventions.get(id)));
        write(json, DIAGNOSIS, diagnosis);
        write(json, SAYS, says);
        smallest.ifPresent(inShort -> json.put(SMALLEST, inShort));
    }

    private static void write(ObjectNode json, String key, List<String> strings) {
        if (!strings.isEmpty()) {
            ArrayNode array = json.putArray(key);
            strings.forEach(array::add);
        }
    }
}
