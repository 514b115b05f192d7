package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.Examples;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Source;

/** The pages about models of others show what was written down about them. */
class ModelPagesTest {

    private static final BuiltCatalogue CATALOGUE = Examples.unbound(Examples.claim("SYM-2"));
    private static final LintedModels MODELS = new LintedModels("2026-11-30", List.of(
            new LintedModels.Model("ocr 1.4", "rec.onnx", 2_700_000, 2_500_000, Map.of("constant-unit", 17, "tiny-unit", 60),
                    List.of("14 of 480 filters are zero"), Optional.of(new LintedModels.Saved(12_345, 67_890, "3e-7"))),
            new LintedModels.Model("words 0.1", "hello.onnx", 75_000, 70_000, Map.of(), List.of(), Optional.empty())),
            List.of(new NotRun("vad 0.0.31", "npm is not there")));
    private static final FaultyStarts STARTS = new FaultyStarts(List.of(
            new FaultyStarts.Start("one", "input 2, dense 1, softmax", "stuck", "nothing moves", ""),
            new FaultyStarts.Start("two", "input 2, dense 2 zeros", "harmless", "it moves", "two features stand for its data"),
            new FaultyStarts.Start("three", "input 2, dense 2", "not decided", "nothing is zero or equal", "")));

    @Test
    void whatIsKnownOfModelsIsReadAsItIsWritten() {
        assertThat(LintedModels.read(new Source("models.json", MODELS.write()))).isEqualTo(MODELS);
        assertThat(FaultyStarts.read(new Source("faulty.json", STARTS.write()))).isEqualTo(STARTS);
    }

    @Test
    void whatIsNothingOfTheKindIsRefused() {
        assertThatThrownBy(() -> LintedModels.read(new Source("models.json", MODELS.write().replace("analysed", "analyzed"))))
                .isInstanceOf(FormatException.class).hasMessageContaining("models.json: /models/0/analyzed: unknown key");
        assertThatThrownBy(() -> FaultyStarts.read(new Source("faulty.json", STARTS.write()
                .replace("decided\" : \"stuck", "is\" : \""))))
                .isInstanceOf(FormatException.class).hasMessageContaining("faulty.json: /programs/0");
    }

    @Test
    void everyModelHasItsFiguresAndWhatIsSavedIfAnything() {
        assertThat(ModelsPage.render(CATALOGUE, MODELS))
                .contains("<td>rec.onnx</td><td class=\"number\">2 700 000</td><td class=\"number\">2 500 000</td>"
                        + "<td>constant-unit 17, tiny-unit 60</td><td>12 345 parameters, 67 890 multiply-adds</td>"
                        + "<td class=\"number\">3e-7</td>")
                .contains("<td>hello.onnx</td><td class=\"number\">75 000</td><td class=\"number\">70 000</td><td>nothing</td>"
                        + "<td></td>")
                .contains("14 of 480 filters are zero").contains("vad 0.0.31: npm is not there");
    }

    @Test
    void everyStartHasItsDecisionAndTheyAreCounted() {
        assertThat(FaultyProgramsPage.render(CATALOGUE, STARTS))
                .contains("1 are stuck, of 3; 1 have zeros that are no trouble")
                .contains("<td>two</td><td>input 2, dense 2 zeros (two features stand for its data)</td><td>harmless</td>"
                        + "<td>it moves</td>");
    }
}
