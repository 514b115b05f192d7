package org.stillpoint.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.lint.SmallModel;
import org.stillpoint.lint.finding.Basis;
import org.stillpoint.lint.finding.Finding;
import org.stillpoint.lint.finding.LintedFile;
import org.stillpoint.lint.finding.Outline;
import org.stillpoint.lint.finding.Rule;
import org.stillpoint.lint.finding.Saving;
import org.stillpoint.lint.finding.Severity;
import org.stillpoint.modelfile.network.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was found as text, JSON and SARIF. */
class LintReportTest {

    private static LintedFile zeroUnit() {
        SmallModel model = new SmallModel();
        Value hidden = model.relu(model.bias(model.dense(model.input(2), "W1", 3, 1, 2, 0, 0, 3, 4), "b1", 1, 0, 1));
        return SmallModel.lint(model.network("dir with space/small.onnx", "onnx",
                model.bias(model.dense(hidden, "W2", 2, 1, 7, 1, 8, 3, 2), "b2", 0, 0)));
    }

    private static Finding finding(int number) {
        return new Finding(Rule.TWIN_UNITS, Severity.WARNING, "tensor" + number, IntStream.range(0, 1000).boxed().toList(), "",
                Basis.ENTRIES, "", "1,000 units are equal.", "Look.", Saving.NONE, "");
    }

    private static LintedFile manyFindings(int count) {
        return new LintedFile("many.npz", "npz", 12345, List.of(), List.of(), List.of(),
                IntStream.range(0, count).mapToObj(LintReportTest::finding).toList(), new Outline(List.of(), List.of()));
    }

    @Test
    void textBeginsWithASummaryAndGroupsWhatIsHarmless() {
        assertThat(LintText.of(List.of(zeroUnit()))).isEqualTo("""
                dir with space/small.onnx: 1 thing to look at in 17 parameters (onnx)

                  W1
                    warning: zero-unit, unit 1
                      The 2 incoming weights of this unit are zero, and no training moves them.
                      Do: To train on, start these weights at random. To use the model as it is, take the unit away
                      (--simplify OUT).
                      Saves: 5 parameters, 4 multiply-adds.
                      Because: GRAPH-1, by a certificate that the proved checker accepted, if (1).

                  1 tensor of zeros that is no trouble: b2.

                (1) the derivative of ReLU at 0 is 0, as frameworks take it; the loss depends on nothing but the outputs of
                the model; all numbers stay finite; the optimiser starts without memory; the optimiser treats each parameter
                by itself and alike, without noise, as SGD with momentum and Adam do.
                Multiply-adds are those of one sample, of a convolution those of one place of its output.
                Units are counted from 0. --format json has all units and tensors, --html FILE a picture of the layers; what a
                claim says: stillpoint claims GRAPH-1.
                """);
    }

    @Test
    void jsonHasTheShapeThatIsDocumented() {
        assertThat(Json.write(LintJson.write(List.of(zeroUnit())))).startsWith("""
                {
                  "files" : [ {
                    "file" : "dir with space/small.onnx",
                    "format" : "onnx",
                    "parameters" : 17,
                    "analysed" : [ "W1", "b1", "W2", "b2" ],
                    "notAnalysed" : [ ],
                    "findings" : [ {
                      "id" : "zero-unit",
                      "severity" : "warning",
                      "tensor" : "W1",
                      "units" : [ 1 ],
                      "claim" : "GRAPH-1",
                      "certificate" : true,
                """).contains("""
                      "says" : "The 2 incoming weights of this unit are zero, and no training moves them.",
                """, """
                      "saves" : {
                        "parameters" : 5,
                        "multiplyAdds" : 4
                      }
                """);
    }

    @Test
    void theSchemaNoticesWhatIsMissingAndWhatIsNotThere() {
        for (String key : List.of("id", "units", "claim", "condition", "saves")) {
            ObjectNode json = LintJson.write(List.of(zeroUnit()));
            ((ObjectNode) json.at("/files/0/findings/0")).remove(key);
            assertThat(Schemas.wrongAsFindings(json)).as(key).isNotEmpty();
        }
        ObjectNode json = LintJson.write(List.of(zeroUnit()));
        ((ObjectNode) json.at("/files/0/findings/0")).putNull("claim");
        assertThat(Schemas.wrongAsFindings(json)).as("a certificate without a claim").isNotEmpty();
    }

    @Test
    void theSchemaKnowsTheRulesAndSeverities() throws Exception {
        String schema = Files.readString(Path.of(
                "src/main/resources/org/stillpoint/lint/report/lint.schema.json"));
        JsonNode json = Json.read(new Source("schema", schema)).node();

        assertThat(json.at("/$defs/finding/properties/id/enum").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(Stream.of(Rule.values()).map(Rule::id).toList());
        assertThat(json.at("/$defs/finding/properties/severity/enum").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(Stream.of(Severity.values()).map(Severity::id).toList());
    }

    @Test
    void sarifSaysWhereWhatAndOnWhatItRests() {
        JsonNode json = LintSarif.write(List.of(zeroUnit()), List.of(), 1, "1.2.3");
        JsonNode result = json.at("/runs/0/results/0");

        assertThat(json.at("/runs/0/tool/driver/version").stringValue()).isEqualTo("1.2.3");
        assertThat(json.at("/runs/0/tool/driver/rules").valueStream().map(rule -> rule.get("id").stringValue()))
                .containsExactlyElementsOf(Stream.of(Rule.values()).map(Rule::id).toList());
        assertThat(json.at("/runs/0/invocations/0/exitCode").intValue()).isEqualTo(1);
        assertThat(result.at("/ruleId").stringValue()).isEqualTo("zero-unit");
        assertThat(json.at("/runs/0/tool/driver/rules/" + result.at("/ruleIndex").intValue() + "/id").stringValue())
                .isEqualTo("zero-unit");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").stringValue())
                .isEqualTo("dir%20with%20space/small.onnx");
        assertThat(result.at("/locations/0/logicalLocations").valueStream().map(each -> each.get("fullyQualifiedName")
                .stringValue()))
                .containsExactly("W1", "W1[1]");
        assertThat(result.at("/properties/claim").stringValue()).isEqualTo("GRAPH-1");
        assertThat(result.at("/properties/certificate").booleanValue()).isTrue();
        assertThat(result.at("/properties/units/0").intValue()).isEqualTo(1);
        assertThat(result.at("/properties/saves/parameters").intValue()).isEqualTo(5);
        assertThat(result.at("/partialFingerprints/finding~1v1").stringValue()).matches("[0-9a-f]{32}");
    }

    @Test
    void theSchemaOfSarifNoticesALevelThatThereIsNot() {
        JsonNode json = LintSarif.write(List.of(zeroUnit()), List.of(), 1, "");
        ((ObjectNode) json.at("/runs/0/results/0")).put("level", "alarming");

        assertThat(Schemas.wrongAsSarif(json)).isNotEmpty();
    }

    @Test
    void whatCouldNotBeReadIsANotificationOfAnInvocationThatFailed() {
        JsonNode json = LintSarif.write(List.of(), List.of("gone.onnx: no such file"), 2, "");

        assertThat(json.at("/runs/0/invocations/0/executionSuccessful").booleanValue()).isFalse();
        assertThat(json.at("/runs/0/invocations/0/toolExecutionNotifications/0/message/text").stringValue())
                .isEqualTo("gone.onnx: no such file");
        assertThat(Schemas.wrongAsSarif(json)).isEmpty();
    }

    @Test
    void whatWasLeftOutIsToldInTextAndAsANotification() {
        LintedFile file = new LintedFile("large.onnx", "onnx", 1, List.of(), List.of(), List.of("twins of \"W\""), List.of(),
                new Outline(List.of(), List.of()));
        JsonNode json = LintSarif.write(List.of(file), List.of(), 0, "");

        assertThat(json.at("/runs/0/invocations/0/executionSuccessful").booleanValue()).isTrue();
        assertThat(json.at("/runs/0/invocations/0/toolExecutionNotifications/0/level").stringValue()).isEqualTo("note");
        assertThat(Schemas.wrongAsSarif(json)).isEmpty();
        assertThat(LintText.of(List.of(file))).contains("Left out, as it would have taken too long: 1", "twins of \"W\"");
    }

    @ParameterizedTest
    @CsvSource({"a.onnx, a.onnx", "a b/c#d?.onnx, a%20b/c%23d%3F.onnx", "a:b, a%3Ab", "/tmp/x%y, file:///tmp/x%25y",
        "ü.npz, %C3%BC.npz", "-, -"})
    void pathsBecomeReferences(String path, String uri) {
        assertThat(FileUri.of(path)).isEqualTo(uri);
        assertThat(URI.create(uri).toString()).isEqualTo(uri);
    }

    @Test
    void thousandsOfFindingsAreFewLinesOfTextAndAllInJson() {
        LintedFile many = manyFindings(3000);

        assertThat(LintText.of(List.of(many)).lines().count()).isLessThan(400);
        assertThat(LintText.of(List.of(many))).contains("3,000 things to look at", "and 2,950 more",
                "units 0, 1, 2, 3, 4, 5, 6, 7 and 992 more");
        assertThat(LintJson.write(List.of(many)).at("/files/0/findings").size()).isEqualTo(3000);
    }

    @Test
    void aModelWithoutTensorsHasNothingToLookAt() {
        LintedFile empty = SmallModel.lint(new SmallModel().tensors("empty.npz", "npz"));

        assertThat(LintText.of(List.of(empty))).startsWith("empty.npz: nothing to look at in 0 parameters (npz)\n");
    }
}
