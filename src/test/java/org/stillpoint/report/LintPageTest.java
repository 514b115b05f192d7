package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.stillpoint.lint.SmallModel;
import org.stillpoint.lint.finding.LintedFile;
import org.stillpoint.lint.finding.Outline;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.xml.sax.InputSource;

/** The page that the linter writes. */
class LintPageTest {

    private static LintedFile residual() {
        SmallModel model = new SmallModel();
        Value x = model.relu(model.bias(model.dense(model.input(2), "W0", 3, 1, 2, 3, 4, 0, 0), "b0", 1, 2, 0));
        Value branch = model.dense(model.relu(model.dense(x, "W1", 3, 1, 2, 3, 4, 5, 6, 7, 8, 2)), "W2", 3, new int[9]);
        Value out = model.opaque(model.sum(x, branch), "rnn", 2, "an LSTM is not followed");
        return SmallModel.lint(model.network("residual.onnx", "onnx", out));
    }

    private static LintedFile tensors(String name) {
        return SmallModel.lint(new SmallModel().with(SmallModel.tensor(name, Dimensions.of(2, 4), 0, 0, 0, 0, 1, 2, 3, 4))
                .with(SmallModel.tensor("fc.bias", Dimensions.of(2), 0, 0)).tensors("a.pt", "pytorch"));
    }

    private static void assertWellFormed(String page) throws Exception {
        DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }

    private static List<String> all(String pattern, String page) {
        return Pattern.compile(pattern).matcher(page).results().map((MatchResult match) -> match.group(1)).toList();
    }

    @Test
    void itIsWellFormedAndLoadsAndRunsNothing() throws Exception {
        String page = LintPage.render(List.of(residual(), tensors("<b>&\"'\u0007"), tensors("fc.weight")));

        assertWellFormed(page);
        assertThat(page).doesNotContain("<script", "http:", "https:", "src=", "url(", "<b>", "\u0007");
    }

    @Test
    void everyLinkLeadsToAFindingOnThePage() {
        String page = LintPage.render(List.of(residual(), tensors("fc.weight")));
        List<String> ids = all(" id=\"([^\"]+)\"", page);

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(all("href=\"#([^\"]+)\"", page)).isNotEmpty().allSatisfy(link -> assertThat(ids).contains(link));
    }

    @Test
    void layersAreMarkedByALetterForTheWorstThatIsFoundInThem() {
        String page = LintPage.render(List.of(residual()));
        List<String> marks = all("<text class=\"mark\"[^>]*>([^<]+)<", page);

        assertThat(all("<text class=\"name\"[^>]*>([^<]+)<", page)).containsExactly("W0", "W1", "W2", "sum", "rnn");
        assertThat(marks).hasSize(3).last().isEqualTo("?");
        assertThat(marks).contains("0", "?");
    }

    @Test
    void aBranchIsALineThatLeadsPastIt() {
        String page = LintPage.render(List.of(residual()));

        assertThat(all("<path d=\"([^\"]+)\"", page)).anyMatch(path -> path.contains("q6 0 6 6"));
    }

    @Test
    void whatALayerTakesIsCalledAnInput() {
        Dimensions dimensions = Dimensions.of(4, 2);
        String page = LintPage.render(List.of(SmallModel.lint(new SmallModel()
                .with(SmallModel.tensor("fc.weight", dimensions, 0, 1, 0, 2, 0, 3, 0, 4)).tensors("a.pt", "pytorch"))));

        assertThat(page).contains(", input 0").doesNotContain(", unit 0");
    }

    @Test
    void aFileOfTensorsIsAListOfThem() {
        String page = LintPage.render(List.of(tensors("fc.weight")));

        assertThat(page).doesNotContain("<svg").contains("The file does not say how they are used.", "2 x 4", "float32",
                "1 tensor of zeros that is no trouble");
    }

    @Test
    void nothingFoundIsSaid() {
        LintedFile healthy = SmallModel.lint(new SmallModel().with(SmallModel.tensor("W", Dimensions.of(1, 2), 1, 2))
                .tensors("a.pt", "pytorch"));

        assertThat(LintPage.render(List.of(healthy))).contains("Nothing to look at.");
        assertThat(LintPage.render(List.of())).contains("0 models linted");
    }

    @Test
    void thousandsOfLayersStayAPictureThatOpens() throws Exception {
        List<Outline.Stage> stages = IntStream.range(0, 5000).mapToObj(i -> new Outline.Stage(List.of("dense"), 3, List.of("W"
                + i),
                Stream.of(i - 1, Math.max(-1, i - 7)).distinct().toList(), true)).toList();
        LintedFile deep = new LintedFile("deep.onnx", "onnx", 1, List.of(), List.of(), List.of(), List.of(),
                new Outline(List.of(), stages));

        String page = LintPage.render(List.of(deep));
        assertWellFormed(page);
        assertThat(page).contains("The first 300 stages of 5,000.").hasSizeLessThan(400_000);
    }
}
