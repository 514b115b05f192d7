package org.stillpoint.report.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.engine.RealSample;
import org.stillpoint.engine.RealStep;
import org.stillpoint.engine.RealTrace;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PlayerTest {

    private static final DataSet TWO = new DataSet(List.of(Vector.of("1", "0"), Vector.of("0", "1")),
            List.of(Vector.of("1"), Vector.of("-1")));
    private static final Network ZEROS = Network.zeros(List.of(2, 2, 1), true);

    private static String zeros(int steps) {
        return Player.of(ZEROS, TWO, Settings.defaults(steps)).html().render();
    }

    private static int count(String part, String text) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void everyStepIsAFrameAfterTheStart() {
        assertThat(count("<figure class=\"frame\">", zeros(4))).isEqualTo(5);
        assertThat(zeros(4)).contains("<strong>Start</strong>. Mean loss 1, accuracy 0.", "<strong>Step 4 of 4</strong>");
        assertThat(count("<figure", zeros(0))).isOne();
    }

    @Test
    void aFrameSaysWhichSamplesAreSeenAndWhatChanges() {
        assertThat(zeros(2)).contains("<strong>Step 1 of 2</strong>. It sees sample 1. Of 9 parameters one changes: "
                + "the bias of the output from 0 to 1/10. Mean loss 1, accuracy 1/2.");
    }

    @Test
    void aStepThatMovesNothingSaysSo() {
        Settings settings = Settings.defaults(1).withBatchSize(2);

        assertThat(Player.of(ZEROS, TWO, settings).html().render())
                .contains("</strong>. Nothing changes. Mean loss", "Mean gradient over these samples")
                .doesNotContain("changed\"");
    }

    @Test
    void manyChangesAreCounted() {
        DataSet one = new DataSet(List.of(Vector.of("1", "2")), List.of(Vector.of("-1")));
        Network equal = Network.constant(List.of(2, 2, 1), false, BigFraction.ONE);

        assertThat(Player.of(equal, one, Settings.defaults(1)).html().render())
                .contains("6 of 6 parameters change: 6 weights and no bias.", "<td class=\"changed\">");
    }

    @Test
    void ofManyStepsTheFirstOnesAndTheLastOneAreShown() {
        assertThat(count("<figure", zeros(Player.FEW))).isEqualTo(Player.FEW + 1);
        assertThat(count("<figure", zeros(20))).isEqualTo(Player.FEW + 1);
        assertThat(zeros(20)).contains("<strong>Step 8 of 20</strong>",
                "<strong>Step 20 of 20</strong> (steps 9 to 19 are left out here).").doesNotContain("<strong>Step 9 of 20");
        assertThat(zeros(10)).contains("(step 9 is left out here)");
    }

    @Test
    void aRunningPlayerHasDrawingsAndWordsOnly() {
        String running = Player.of(ZEROS, TWO, Settings.defaults(4)).running().render();

        assertThat(running).startsWith("<div class=\"player running\"").contains("the bias of the output from 0 to 1/10")
                .doesNotContain("<table");
        assertThat(count("<svg", running)).isEqualTo(5);
        assertThat(running.length()).isLessThan(20_000);
    }

    @Test
    void inBriefNumbersStandBesideADrawingOnlyIfItHasNotAllOfThem() {
        DataSet one = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("1")));

        assertThat(brief("1/2", one)).doesNotContain(">W1 =").contains(">1/2</text>", ">dW1 =", "pre-activation z");
        assertThat(brief("10007/10009", one)).contains(">W1 =", "10007/10009", ">dW1 =");
    }

    private static String brief(String weight, DataSet data) {
        Network network = Network.of(new Layer(Matrix.of(Vector.of(weight)), Optional.empty(), Activation.IDENTITY));
        return Player.of(network, data, Settings.defaults(1)).brief().render();
    }

    @Test
    void aLongNumberFoldsAndLosesNothing() {
        Network third = Network.of(new Layer(Matrix.of(Vector.of("123456789012345/987654321098764")), Optional.empty(),
                Activation.IDENTITY));

        assertThat(Player.of(third, new DataSet(List.of(Vector.of("1")), List.of(Vector.of("1"))), Settings.defaults(0)).html()
                .render()).contains("<summary>\u22480.125</summary>123456789012345/987654321098764</details>");
    }

    @Test
    void aLargeMatrixFoldsAndSoDoesALongVector() {
        Network wide = Network.constant(List.of(30, 20, 1), true, BigFraction.ONE);
        String html = Player.of(wide, new DataSet(List.of(Vector.zeros(30)), List.of(Vector.of("1"))), Settings.defaults(1))
                .html().render();

        assertThat(html).contains("<summary>20 \u00d7 30 numbers</summary>", "<summary>20 \u00d7 1 numbers</summary>",
                "x = <details class=\"long\"><summary>30 numbers</summary>", ">A \u00d7 20</text>");
    }

    @Test
    void whatIsOnlyEnclosedChangesWhereItsEnclosuresAreApart() {
        Network start = Network.of(new Layer(Matrix.of(Vector.of("1", "1")), Optional.empty(), Activation.IDENTITY));
        RealNetwork after = new RealNetwork(start, List.of(new RealLayer(List.of(List.of(
                new Enclosure(new BigDecimal("0.9"), new BigDecimal("1.1")),
                new Enclosure(new BigDecimal("1.1"), new BigDecimal("1.2")))), Optional.empty())));
        RealSample sample = new RealSample(List.of(after.layers().get(0).weights().get(0)), List.of(), List.of(List.of()),
                List.of(), new Enclosure(BigDecimal.ZERO, BigDecimal.ONE));
        RealTrace trace = new RealTrace(List.of(new RealStep(List.of(0), List.of(sample), after.layers(), after)));
        String html = new Player(start, TWO, trace, Loss.SQUARED, Player.FEW).html().render();

        assertThat(html).contains("Of 2 parameters one changes: the weight from input 2 to the output from 1 to ");
        assertThat(count("<td class=\"changed\">", html)).isOne();
    }

    @Test
    void aPageOfItsOwnIsWellFormedAndLoadsNothing() throws Exception {
        String page = TracePage.render(Player.of(ZEROS, TWO, Settings.defaults(3)), List.of("stopped early"));

        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replaceFirst("<!DOCTYPE html>", ""))));
        assertThat(document.getElementsByTagName("figure").getLength()).isEqualTo(4);
        assertThat(page).contains("<p>stopped early</p>").doesNotContain("http", " src=", " href=", "@import", "url(");
    }
}
