package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.check.verdict.Verdict;
import org.stillpoint.check.verdict.Verdicts;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SmallestCasePageTest {

    private static Document page(Verdict verdict) throws Exception {
        String text = SmallestCasePage.render(verdict).replaceFirst("<!DOCTYPE html>", "");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static String text(Verdict verdict) throws Exception {
        return page(verdict).getDocumentElement().getTextContent();
    }

    static Stream<Verdict> verdicts() {
        return Stream.of(Verdicts.right(), Verdicts.slopeLeftOut(), Verdicts.addedUp(), Verdicts.unexplained("NaN"),
                Verdicts.trained("1.5"));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void everyPageIsWellFormedAndLoadsAndRunsNothing(Verdict verdict) throws Exception {
        Document page = page(verdict);

        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo(verdict.ability().name());
        assertThat(SmallestCasePage.render(verdict)).doesNotContain("<script", "<link", " src=", "http");
    }

    @Test
    void theForwardAndTheBackwardPassHaveTheNumbersPutIn() throws Exception {
        assertThat(text(Verdicts.slopeLeftOut())).contains("z = 2 \u00b7 1 + 1 \u00b7 1 + (\u22125) = \u22122",
                "a = relu(\u22122) = 0",
                "z = 4 \u00b7 0 + 1 = 1", "1 \u2212 4 = \u22123", "4 \u00b7 (\u22123) = \u221212", "relu\u2032(\u22122) = 0");
    }

    @Test
    void aWrongGradientStandsBesideTheRightOneAndIsMarkedInThePicture() throws Exception {
        String page = SmallestCasePage.render(Verdicts.slopeLeftOut());

        assertThat(page).contains("<tr class=\"wrong\">", "<line class=\"wrong\"", "gradient \u221212, right 0");
    }

    @Test
    void theRequestsCanBeCopied() throws Exception {
        assertThat(text(Verdicts.addedUp())).contains("{\"id\":1,\"do\":\"gradients\"", "{\"id\":2,\"do\":\"gradients\"");
    }

    @Test
    void aTrainingIsShownStepByStep() throws Exception {
        assertThat(text(Verdicts.trained("1.5"))).contains("Step 1", "Step 2", "After the last step", "1.875");
    }
}
