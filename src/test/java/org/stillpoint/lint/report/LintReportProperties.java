package org.stillpoint.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.lint.SmallModel;
import org.stillpoint.lint.finding.Finding;
import org.stillpoint.lint.finding.LintedFile;
import org.stillpoint.lint.finding.Rule;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Dimensions;
import tools.jackson.databind.JsonNode;

/** Whatever models hold, and however things are called in them, reports keep to their schemas and tell all that was found. */
class LintReportProperties {

    private static final List<String> NAMES = List.of("weight", "", "a b/c#d?e%f", "line\nbreak\u0007\u202e", "\ud83d\ude00",
            "\ud800",
            "<script>&\"'", "\u00fc:\\x", "..//./", "lora_A.weight");

    /** Small entries, so that zeros and equal slices are common. */
    private static int[] entries(Random random, int count) {
        int most = 1 + random.nextInt(4);
        return IntStream.range(0, count).map(i -> random.nextInt(40) == 0 ? SmallModel.INFINITE : random.nextInt(most)).toArray();
    }

    private static String name(Random random, int number) {
        return NAMES.get(random.nextInt(NAMES.size())) + number;
    }

    private static ModelFile model(Random random) {
        String file = NAMES.get(random.nextInt(NAMES.size())) + ".onnx";
        SmallModel model = new SmallModel();
        if (random.nextBoolean()) {
            IntStream.range(0, random.nextInt(6)).forEach(i -> {
                Dimensions dimensions = Dimensions.of(random.longs(random.nextInt(4), 0, 5).toArray());
                model.with(SmallModel.tensor(name(random, i), dimensions, entries(random, (int) dimensions.entries())));
            });
            return model.tensors(file, random.nextBoolean() ? "safetensors" : "npz");
        }
        int inputs = 1 + random.nextInt(3);
        Value value = model.input(inputs);
        for (int layer = 0; layer < 1 + random.nextInt(3); layer++) {
            int units = 1 + random.nextInt(4);
            value = model.dense(value, name(random, layer), units, entries(random, units * inputs));
            value = random.nextBoolean() ? model.bias(value, name(random, 10 + layer), entries(random, units)) : value;
            value = random.nextBoolean() ? model.relu(value) : value;
            inputs = units;
        }
        return model.network(file, "onnx", random.nextInt(4) == 0 ? model.opaque(value, name(random, 20), 2, "nobody knows it")
                : value);
    }

    private static List<LintedFile> linted(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> SmallModel.lint(model(random))).toList();
    }

    private static JsonNode parsed(JsonNode json) {
        return Json.read(new Source("report", Json.write(json))).node();
    }

    @Property(tries = 60)
    void jsonKeepsToItsSchemaAndHasEveryFinding(@ForAll long seed) {
        List<LintedFile> files = linted(seed);
        JsonNode json = parsed(LintJson.write(files));

        assertThat(Schemas.wrongAsFindings(json)).isEmpty();
        assertThat(json.get("files").valueStream().mapToInt(file -> file.get("findings").size()).sum())
                .isEqualTo(files.stream().mapToInt(file -> file.findings().size()).sum());
    }

    @Property(tries = 40)
    void sarifKeepsToTheSchemaOfTheStandard(@ForAll long seed) {
        List<LintedFile> files = linted(seed);
        List<String> refused = seed % 2 == 0 ? List.of() : List.of("gone.onnx: no such file, expected a file that can be read");
        JsonNode json = parsed(LintSarif.write(files, refused, 1, ""));

        assertThat(Schemas.wrongAsSarif(json)).isEmpty();
        assertThat(json.at("/runs/0/results").size()).isEqualTo(files.stream().mapToInt(file -> file.findings().size()).sum());
    }

    @Property(tries = 60)
    void textNamesEveryTensorThatDeservesALookAndStaysInLines(@ForAll long seed) {
        List<LintedFile> files = linted(seed);
        String text = LintText.of(files);

        assertThat(text.chars().filter(c -> c != '\n')).noneMatch(c -> Character.isISOControl(c) || c == '\u202e'
                || c == '\ud800');
        files.forEach(file -> assertThat(file.findings().stream().filter(finding -> finding.rule() != Rule.HARMLESS_ZERO)
                .map(Finding::tensor).map(SafeText::of)).allSatisfy(tensor -> assertThat(text).contains(tensor)));
    }

    @Property(tries = 30)
    void theSameModelGivesTheSameBytes(@ForAll long seed) {
        assertThat(Json.write(LintSarif.write(linted(seed), List.of(), 0, "1"))).isEqualTo(
                Json.write(LintSarif.write(linted(seed), List.of(), 0, "1")));
        assertThat(LintText.of(linted(seed))).isEqualTo(LintText.of(linted(seed)));
    }

    /** So that a unit is told once: no unit of a tensor is in two findings of units that are worth nothing. */
    @Property(tries = 100)
    void noUnitIsZeroAndDeadAndTwinAtOnce(@ForAll long seed) {
        linted(seed).stream().filter(file -> file.format().equals("onnx")).forEach(file -> {
            List<String> units = file.findings().stream().filter(finding -> List.of(Rule.ZERO_UNIT, Rule.DEAD_UNIT,
                    Rule.CONSTANT_UNIT).contains(finding.rule())).flatMap(finding -> finding.units().stream()
                    .map(unit -> finding.tensor() + "[" + unit + "]")).toList();
            List<String> twins = file.findings().stream().filter(finding -> finding.rule() == Rule.TWIN_UNITS)
                    .flatMap(finding -> finding.units().stream().map(unit -> finding.tensor() + "[" + unit + "]")).toList();
            List<String> blocks = file.findings().stream().filter(finding -> finding.rule() == Rule.ZERO_BLOCK)
                    .map(Finding::tensor).toList();

            assertThat(units).doesNotHaveDuplicates().doesNotContainAnyElementsOf(twins.isEmpty() ? List.of("none") : twins);
            assertThat(file.findings()).filteredOn(finding -> finding.rule() == Rule.ZERO_UNIT).extracting(Finding::tensor)
                    .doesNotContainAnyElementsOf(blocks.isEmpty() ? List.of("none") : blocks);
        });
    }
}
