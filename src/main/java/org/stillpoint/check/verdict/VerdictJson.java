package org.stillpoint.check.verdict;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.Scope;
import org.stillpoint.check.protocol.QuestionFormat;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.format.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A verdict as JSON. Layers are counted from 0, in sentences from 1; requests are those of the protocol, the answer is as the
 * program gave it, and what is expected has its shape.
 */
public final class VerdictJson {

    private final Verdict verdict;
    private final FloatFormat arithmetic;

    private VerdictJson(Verdict verdict) {
        this.verdict = verdict;
        this.arithmetic = verdict.ability().arithmetic();
    }

    public static ObjectNode write(Verdict verdict) {
        return new VerdictJson(verdict).write();
    }

    private ObjectNode write() {
        ObjectNode value = Json.object().put("name", verdict.ability().name()).put("arithmetic", arithmetic.id())
                .put("seed", verdict.seed()).put("cases", verdict.cases()).put("wrong", verdict.wrong())
                .put("unsupported", verdict.unsupported());
        ObjectNode conventions = value.putObject("conventions");
        verdict.conventions().forEach(shown -> shown.way().ifPresent(way -> conventions.put(shown.convention().id(), way)));
        VerdictText.notSeen(verdict).forEach(value.putArray("not-seen")::add);
        ArrayNode laws = value.putArray("laws");
        verdict.laws().forEach(law ->
                laws.addObject().put("claim", law.claim()).put("cases", law.cases()).put("wrong", law.wrong()));
        ArrayNode diagnosis = value.putArray("diagnosis");
        verdict.memory().ifPresent(memory -> diagnosis.add(remembered(memory)));
        verdict.diagnosis().ifPresent(explanation ->
                explanation.simplest().made().forEach(made -> diagnosis.add(made(explanation, made))));
        verdict.shape().forEach(value.putArray("shape")::add);
        verdict.smallest().ifPresent(smallest -> value.set("smallest", smallest(smallest)));
        if (!verdict.drifts().isEmpty()) {
            ArrayNode drifts = value.putArray("drifts");
            verdict.drifts().forEach(drift -> drifts.add(DriftJson.write(drift)));
        }
        return value;
    }

    /** It concerns no layer, and its cases are sequences of requests, which are not counted. */
    private static ObjectNode remembered(Memory memory) {
        return Json.object().put("bug", memory.id()).putNull("layer").putNull("explains").putNull("of")
                .put("says", memory.says() + ".").put("do", memory.advice() + ".");
    }

    private ObjectNode made(Explanation explanation, Hypothesis.Made made) {
        ObjectNode value = Json.object().put("bug", made.mistake().id());
        verdict.smallest().ifPresentOrElse(smallest ->
                value.put("layer", firstLayer(made.scope(), smallest.request().network().layers().size())),
                        () -> value.putNull("layer"));
        value.put("explains", explanation.explains()).put("of", explanation.of()).put("scope", made.scope().id())
                .put("says", made.mistake().says() + ".").put("do", made.mistake().advice() + ".");
        DiagnosisText.others(explanation).forEach(value.putArray("or")::add);
        return value;
    }

    /** The first that a scope covers of so many layers; the first of all if it covers none. */
    private static int firstLayer(Scope scope, int depth) {
        return IntStream.range(0, depth).filter(l -> scope.covers(l, depth)).findFirst().orElse(0);
    }

    private ObjectNode smallest(Smallest smallest) {
        ObjectNode value = Json.object();
        ArrayNode requests = value.putArray("requests");
        for (int r = 0; r < smallest.requests().size(); r++) {
            requests.add(QuestionFormat.write(r + 1, smallest.requests().get(r), arithmetic));
        }
        int id = smallest.requests().size();
        Question question = smallest.request();
        value.set("request", QuestionFormat.write(id, question, arithmetic));
        value.set("answer", answer(id, smallest));
        value.set("expected", expected(id, smallest));
        ArrayNode wrong = value.putArray("wrong");
        for (WrongNumber number : smallest.wrong()) {
            ObjectNode entry = wrong.addObject().put("what", number.what());
            entry.set("answer", reported(number.reported()));
            entry.set("expected", right(number.expected()));
            entry.put("bound", new NumberText(FloatFormat.EXACT).of(number.expected().error()));
        }
        Observation.of(verdict, smallest).forEach(value.putArray("says")::add);
        return value;
    }

    private ObjectNode answer(int id, Smallest smallest) {
        ObjectNode value = Json.object().put("id", id);
        Question question = smallest.request();
        value.set(key(question), shaped(question.network(),
                smallest.answer().parameters().stream().map(this::reported).toList()));
        smallest.answer().loss().ifPresent(loss -> value.set("loss", reported(loss)));
        smallest.answer().outputs().ifPresent(outputs -> {
            ArrayNode rows = value.putArray("outputs");
            outputs.forEach(row -> array(rows.addArray(), row.stream().map(this::reported).toList()));
        });
        return value;
    }

    private ObjectNode expected(int id, Smallest smallest) {
        ObjectNode value = Json.object().put("id", id);
        Question question = smallest.request();
        value.set(key(question), shaped(question.network(), smallest.expected().parameters().stream().map(this::right).toList()));
        if (smallest.answer().loss().isPresent()) {
            smallest.expected().reportedLoss().ifPresent(loss -> value.set("loss", right(loss.value())));
        }
        if (smallest.answer().outputs().isPresent() && !smallest.expected().outputs().isEmpty()) {
            ArrayNode rows = value.putArray("outputs");
            smallest.expected().outputs().forEach(row -> array(rows.addArray(), row.stream().map(this::right).toList()));
        }
        return value;
    }

    private static String key(Question question) {
        return question instanceof TrainingQuestion ? "network" : "gradients";
    }

    /** Numbers in the order of the parameters, in the shape of the network. */
    private static ObjectNode shaped(Network network, List<JsonNode> numbers) {
        ObjectNode value = Json.object();
        ArrayNode layers = value.putArray("layers");
        int n = 0;
        for (Layer layer : network.layers()) {
            ObjectNode entry = layers.addObject();
            ArrayNode weights = entry.putArray("weights");
            for (int j = 0; j < layer.units(); j++) {
                array(weights.addArray(), numbers.subList(n, n + layer.inputs()));
                n += layer.inputs();
            }
            if (layer.bias().isPresent()) {
                array(entry.putArray("bias"), numbers.subList(n, n + layer.units()));
                n += layer.units();
            }
        }
        return value;
    }

    private static void array(ArrayNode array, List<JsonNode> numbers) {
        numbers.forEach(array::add);
    }

    private JsonNode reported(Reported number) {
        if (number.value().isEmpty()) {
            return number.text().equals("null") ? JsonNodeFactory.instance.nullNode()
                    : JsonNodeFactory.instance.stringNode(number.text());
        }
        return arithmetic.rounds() ? JsonNodeFactory.instance.numberNode(new BigDecimal(number.text()))
                : JsonNodeFactory.instance.stringNode(number.text());
    }

    private JsonNode right(Rounded number) {
        return arithmetic.rounds() ? JsonNodeFactory.instance.numberNode(verdict.numbers().decimal(number.value()))
                : Json.number(number.value());
    }
}
