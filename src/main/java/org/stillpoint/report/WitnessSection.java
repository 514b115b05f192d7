package org.stillpoint.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.em;
import static j2html.TagCreator.h4;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.table;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Settings;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.Source;
import org.stillpoint.report.drawing.NetworkDrawing;
import org.stillpoint.report.player.Player;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Variation;
import org.stillpoint.witness.Witness;
import org.stillpoint.witness.WitnessFormat;
import tools.jackson.databind.JsonNode;

/** A file of a counterexample or an example laid out to be checked by hand: networks drawn, every step in tables of fractions. */
final class WitnessSection {

    /** What the headings say already. */
    private static final Set<String> UNDERSTOOD = Set.of("kind");

    private WitnessSection() {
    }

    /**
     * The contents of such a file.
     *
     * @param name what errors call the file
     * @param text its text
     */
    static DomContent of(String name, String text) {
        JsonCursor file = Json.read(new Source(name, text));
        Witness witness = WitnessFormat.read(file);
        return div(
                p(file.optionalField("contradicts").isPresent() ? join("It contradicts: ", em(file.field("contradicts").string()))
                        : join("It shows: ", em(file.field("shows").string()))),
                div(
                        div(h4("data"), data(file.field("data"))),
                        div(h4("settings"), settings(file.field("settings")))).withClass("side-by-side"),
                h4(witness.settings().steps() == 0 ? "network" : "training, step by step"),
                Player.of(witness.network(), witness.data(), witness.settings()).html(),
                each(otherwise(witness).stream().toList(), settings -> div(
                        h4("the same training with kappa " + ExactNumber.write(settings.kappa())),
                        Player.of(witness.network(), witness.data(), settings).html())),
                each(lab(witness).stream().toList(), link -> p(link.anchor("../"))),
                h4("what it shows"),
                members(file.field("statement"), UNDERSTOOD),
                iff(file.optionalField("search"), search -> div(h4("how it was found"), members(search))),
                p(file.field("fingerprint").string()).withClasses("quiet", "fingerprint"));
    }

    private static DomContent settings(JsonCursor settings) {
        List<String> keys = List.copyOf(settings.node().propertyNames());
        return keys.stream().allMatch(key -> isPlain(settings.node().get(key)))
                ? p(each(keys, key -> join((key.equals(keys.get(0)) ? "" : ", ") + words(key),
                        strong(plainText(settings.node().get(key))))))
                : members(settings);
    }

    /** The settings of the training that this one is compared with, if only the derivative at kinks is another one. */
    private static Optional<Settings> otherwise(Witness witness) {
        return witness.statement().companions().variation()
                .filter(Variation.Kappa.class::isInstance).map(Variation.Kappa.class::cast)
                .map(variation -> witness.settings().withKappa(variation.kappa()));
    }

    private static Optional<LabLink> lab(Witness witness) {
        return LabLink.run(witness.network(), witness.data(), witness.settings()).filter(link -> LabLink.isThere());
    }

    private static DomContent members(JsonCursor value) {
        return members(value, Set.of());
    }

    /** Plain members as a table, then each structured member under its own heading; some keys are left out. */
    private static DomContent members(JsonCursor value, Set<String> leftOut) {
        List<Map.Entry<String, JsonCursor>> plain = new ArrayList<>();
        List<Map.Entry<String, JsonCursor>> structured = new ArrayList<>();
        for (String key : value.node().propertyNames()) {
            JsonCursor member = value.field(key);
            if (leftOut.contains(key) || member.isArray() && member.node().isEmpty()) {
                continue;
            }
            (isPlain(member.node()) ? plain : structured).add(Map.entry(key, member));
        }
        return div(
                plain.isEmpty() ? null : table(each(plain, entry ->
                        tr(th(words(entry.getKey())), td(plainText(entry.getValue().node()))))),
                each(structured, entry -> div(h4(words(entry.getKey())), value(entry.getValue()))));
    }

    private static DomContent value(JsonCursor value) {
        JsonNode node = value.node();
        if (node.isObject() && node.has("layers")) {
            return layers(value);
        }
        if (node.isObject() && node.has("inputs") && node.has("targets")) {
            return data(value);
        }
        if (node.isObject()) {
            return members(value);
        }
        if (node.isArray() && node.path(0).has("relation")) {
            return comparisons(value);
        }
        if (isMatrix(node)) {
            return matrix(node);
        }
        return each(value.elements(), each -> isPlain(each.node()) ? div(plainText(each.node())) : value(each));
    }

    private static DomContent comparisons(JsonCursor value) {
        return div(table(each(value.elements(), comparison -> tr(
                td(what(comparison.field("left").node())),
                td(plainText(comparison.field("left").field("value").node())).withClass("number"),
                td(comparison.field("relation").string().replace(Relation.DIFFERENT.symbol(), "\u2260")),
                td(plainText(comparison.field("right").field("value").node())).withClass("number"),
                td(what(comparison.field("right").node())))))).withClass("scroll");
    }

    /** What is measured or pointed at; a number that a fact states is just itself. */
    private static String what(JsonNode side) {
        return side.has("what") ? side.get("what").asString() : side.path("pointer").asString("");
    }

    private static DomContent layers(JsonCursor value) {
        boolean isNetwork = value.field("layers").elements().stream().allMatch(layer -> layer.node().has("activation"));
        String d = isNetwork ? "" : "d";
        return div(
                isNetwork ? rawHtml(NetworkDrawing.svg(NetworkFormat.read(value))) : null,
                each(value.field("layers").elements(), (index, layer) -> div(
                        span(d + "W" + (index + 1) + " ="), matrix(layer.field("weights").node()),
                        layer.node().has("bias") ? span(d + "b" + (index + 1) + " =") : null,
                        layer.node().has("bias") ? column(layer.field("bias").node()) : null,
                        layer.node().has("activation") ? span(layer.field("activation").string()).withClass("quiet") : null)
                        .withClass("matrices")));
    }

    private static DomContent data(JsonCursor value) {
        List<JsonCursor> targets = value.field("targets").elements();
        return table(
                tr(th("sample"), th("input x"), th("target y")),
                each(value.field("inputs").elements(), (index, input) -> tr(
                        td(String.valueOf(index + 1)), td(plainText(input.node())), td(plainText(targets.get(index).node())))));
    }

    private static DomContent matrix(JsonNode rows) {
        return table(each(rows.valueStream().toList(), row -> tr(
                each(row.valueStream().toList(), entry -> td(plainText(entry)))))).withClass("matrix");
    }

    private static DomContent column(JsonNode entries) {
        return table(each(entries.valueStream().toList(), entry -> tr(td(plainText(entry))))).withClass("matrix");
    }

    private static boolean isPlain(JsonNode node) {
        return node.isValueNode() || node.isArray() && node.valueStream().allMatch(JsonNode::isValueNode);
    }

    private static boolean isMatrix(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(row -> row.isArray() && isPlain(row));
    }

    private static String plainText(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(WitnessSection::plainText).collect(Collectors.joining(", ", "(", ")"))
                : node.isNull() ? "none" : node.asString().replaceFirst("^-(?=[0-9])", "−");
    }

    private static String words(String key) {
        return key.replace('-', ' ');
    }
}
