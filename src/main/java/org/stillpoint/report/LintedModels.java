package org.stillpoint.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was found in models that people use, as {@code src/models/models.json} keeps it: {@code {"made": "2026-11-30", "models":
 * [{"from": "openwakeword-js 0.1.27", "file": ..., "parameters": 75777, "analysed": 70000, "found": {"constant-unit": 3}, "says":
 * [...], "saved": {"parameters": 27, "multiply-adds": 81}, "difference": "3e-7"}], "not-run": [{"name": ..., "why": ...}]}}.
 *
 * @param made the day
 */
public record LintedModels(String made, List<Model> models, List<NotRun> notRun) {

    private static final String MADE = "made";
    private static final String MODELS = "models";
    private static final String NOT_RUN = "not-run";
    private static final String FROM = "from";
    private static final String FILE = "file";
    private static final String PARAMETERS = "parameters";
    private static final String ANALYSED = "analysed";
    private static final String FOUND = "found";
    private static final String SAYS = "says";
    private static final String SAVED = "saved";
    private static final String MULTIPLY_ADDS = "multiply-adds";
    private static final String DIFFERENCE = "difference";

    /**
     * One model.
     *
     * @param from package and version
     * @param parameters how many numbers its tensors have
     * @param analysed how many of them are in layers that are understood
     * @param found for each rule, how many units it was about
     * @param says the findings in words, those that matter
     * @param saved what the simplified file has less; empty if nothing could be taken away
     */
    public record Model(String from, String file, long parameters, long analysed, Map<String, Integer> found, List<String> says,
                        Optional<Saved> saved) {

        public Model {
            found = new TreeMap<>(found);
            says = List.copyOf(says);
        }
    }

    /**
     * What a simplified file has less.
     *
     * @param difference the largest one between the outputs of both files on random inputs, in another program's floating point,
     *     relative to the largest output
     */
    public record Saved(long parameters, long multiplyAdds, String difference) {
    }

    public LintedModels {
        models = List.copyOf(models);
        notRun = List.copyOf(notRun);
    }

    /** @throws org.stillpoint.format.FormatException if the text is nothing of the kind */
    public static LintedModels read(Source source) {
        JsonCursor value = Json.read(source).allowing(Set.of(MADE, MODELS, NOT_RUN));
        return new LintedModels(value.field(MADE).string(),
                value.field(MODELS).elements().stream().map(LintedModels::model).toList(),
                NotRun.read(value, NOT_RUN));
    }

    private static Model model(JsonCursor value) {
        value.allowing(Set.of(FROM, FILE, PARAMETERS, ANALYSED, FOUND, SAYS, SAVED));
        Map<String, Integer> found = new TreeMap<>();
        JsonCursor rules = value.field(FOUND);
        rules.node().propertyNames().forEach(rule -> found.put(rule, (int) whole(rules.field(rule))));
        return new Model(value.field(FROM).string(), value.field(FILE).string(), whole(value.field(PARAMETERS)),
                whole(value.field(ANALYSED)), found,
                value.optionalField(SAYS).map(says -> says.elements().stream().map(JsonCursor::string).toList())
                        .orElse(List.of()),
                value.optionalField(SAVED).map(saved -> new Saved(whole(saved.field(PARAMETERS)),
                        whole(saved.field(MULTIPLY_ADDS)),
                        saved.field(DIFFERENCE).string())));
    }

    private static long whole(JsonCursor value) {
        return value.number().getNumerator().longValueExact();
    }

    /** The text to keep. */
    public String write() {
        ObjectNode json = Json.object().put(MADE, made);
        ArrayNode array = json.putArray(MODELS);
        models.forEach(model -> {
            ObjectNode one = array.addObject().put(FROM, model.from).put(FILE, model.file).put(PARAMETERS, model.parameters)
                    .put(ANALYSED, model.analysed);
            ObjectNode found = one.putObject(FOUND);
            model.found.forEach(found::put);
            if (!model.says.isEmpty()) {
                ArrayNode says = one.putArray(SAYS);
                model.says.forEach(says::add);
            }
            model.saved.ifPresent(saved -> one.putObject(SAVED).put(PARAMETERS, saved.parameters)
                    .put(MULTIPLY_ADDS, saved.multiplyAdds).put(DIFFERENCE, saved.difference));
        });
        NotRun.write(json, NOT_RUN, notRun);
        return Json.write(json);
    }
}
