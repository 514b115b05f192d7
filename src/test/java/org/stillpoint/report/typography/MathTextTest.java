package org.stillpoint.report.typography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;
import org.xml.sax.InputSource;

class MathTextTest {

    private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z]{3,}");
    private static final Set<String> SIGNS = Set.of("sqrt");

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {
        "times x_k. => times <i>x</i><sub><i>k</i></sub>.",
        "the number delta_j of unit j => the number <i>δ</i><sub><i>j</i></sub> of unit <i>j</i>",
        "with sigma(0) = 0 and sigma'(z_j) => with <i>σ</i>(0) = 0 and <i>σ</i>′(<i>z</i><sub><i>j</i></sub>)",
        "ReLU'(0) = alpha => ReLU′(0) = <i>α</i>",
        "any kappa, the rate eta, eps > 0 => any <i>κ</i>, the rate <i>η</i>, <i>ε</i> &gt; 0",
        "1 - alpha, -1 and -eta g => 1 − <i>α</i>, −1 and −<i>η</i> <i>g</i>",
        "y f <= 0 => <i>y</i> <i>f</i> ≤ 0",
        "<v_j, g_i> times this => ⟨<i>v</i><sub><i>j</i></sub>, <i>g</i><sub><i>i</i></sub>⟩ times this",
        "each 2 x 2 minor => each 2 × 2 minor",
        "(u, b, Hv) => (<i>u</i>, <i>b</i>, <i>Hv</i>)",
        "by W_jk g_j => by <i>W</i><sub><i>jk</i></sub> <i>g</i><sub><i>j</i></sub>",
        "W1 and G2 => <i>W</i><sub>1</sub> and <i>G</i><sub>2</sub>",
        "relu(w) - relu(-w) => relu(<i>w</i>) − relu(−<i>w</i>)",
        "sqrt(v') + eps => √(<i>v</i>′) + <i>ε</i>"
    })
    void aNotationBecomesMathematics(String typed, String set) {
        assertThat(MathText.html(typed)).isEqualTo(set);
    }

    @Test
    void whatARaisedSignMeansIsSaid() {
        assertThat(MathText.html("by eta^2 times W1^T"))
                .isEqualTo("by <span role=\"math\" aria-label=\"eta squared\"><i>η</i><sup>2</sup></span> times "
                        + "<span role=\"math\" aria-label=\"W 1 transposed\"><i>W</i><sub>1</sub><sup>T</sup></span>");
        assertThat(MathText.html("(f - y)^2")).contains("aria-label=\"squared\">)<sup>2</sup></span>");
        assertThat(MathText.html("kappa^h")).contains("aria-label=\"kappa to the power h\"");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {
        "a number, a layer and a unit => a number, a layer and a unit",
        "A constant has one sign. => A constant has one sign.",
        "numbers a + b h => numbers <i>a</i> + <i>b</i> <i>h</i>",
        "the activation a, and v a = v a. => the activation <i>a</i>, and <i>v</i> <i>a</i> = <i>v</i> <i>a</i>.",
        "One scale a for all => One scale <i>a</i> for all",
        "y = x + a F(x) => <i>y</i> = <i>x</i> + <i>a</i> <i>F</i>(<i>x</i>)",
        "f = B A x, where A is any => <i>f</i> = <i>B</i> <i>A</i> <i>x</i>, where <i>A</i> is any"
    })
    void theArticleIsNoNumber(String typed, String set) {
        assertThat(MathText.html(typed)).isEqualTo(set);
    }

    @ParameterizedTest
    @ValueSource(strings = {"its deltas", "the unit's error", "pruned - its weights - grows", "claims Q-A, Q-C and ZERO-2", "This is false (Q-4).",
        "L2 weight decay", "1e-16", "a 2-2-1 network", "a pre-activation", "e.g. this", "RMSprop and LoRA", "units' sums"})
    void wordsStayWords(String text) {
        assertThat(MathText.html(text)).isEqualTo(text);
    }

    @Test
    void codeStaysCode() {
        assertThat(MathText.html("maximum(x, 0) and clamp(x, min=0)"))
                .isEqualTo("<code>maximum(x, 0)</code> and <code>clamp(x, min=0)</code>");
        assertThat(MathText.html("the result is Sgd.train(start, rule, schedule)"))
                .isEqualTo("the result is <code>Sgd.<wbr/>train(start, rule, schedule)</code>");
        assertThat(MathText.html("that of { int j = of(p, x); return c[j]; } is x"))
                .isEqualTo("that of <code>{ int j = of(p, x); return c[j]; }</code> is <i>x</i>");
        assertThat(MathText.html("is relu.derivative(z, kappa).multiply(z)"))
                .isEqualTo("is <code>relu.<wbr/>derivative(z, kappa).<wbr/>multiply(z)</code>");
        assertThat(MathText.html("is Back.output(Back.pre(p, sigma(0), x))"))
                .isEqualTo("is <code>Back.<wbr/>output(Back.<wbr/>pre(p, sigma(0), x))</code>");
        assertThat(MathText.html("grad_input[input == 0] *= alpha?")).isEqualTo("<code>grad_input[input == 0] *= alpha</code>?");
    }

    @TestFactory
    Stream<DynamicTest> everyWordOfEveryClaimIsStillThereAndThePageStaysWellFormed() throws IOException {
        return Catalogue.load(Path.of("specs/claims")).claims().stream()
                .flatMap(claim -> texts(claim).map(text -> DynamicTest.dynamicTest(claim.id() + ": " + text, () -> keeps(text))));
    }

    private static Stream<String> texts(Claim claim) {
        return Stream.of(Stream.of(claim.title(), claim.statement(), claim.why()), claim.whenItHolds().stream(),
                claim.asked().stream(), claim.exactly().stream().flatMap(exact ->
                        Stream.concat(exact.given().stream(), exact.then().stream()))).flatMap(texts -> texts);
    }

    private static void keeps(String text) {
        String html = MathText.html(text);

        assertThatCode(() -> DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader("<p>" + html + "</p>")))).doesNotThrowAnyException();
        String read = html.replace("<wbr/>", "").replaceAll("<[^>]*>", " ").replace("&lt;", "<").replace("&gt;", ">");
        assertThat(words(read)).isEqualTo(words(text));
    }

    private static List<String> words(String text) {
        return LONG_WORD.matcher(text).results().map(match -> match.group())
                .filter(word -> !Symbol.GREEK.containsKey(word) && !SIGNS.contains(word)).toList();
    }
}
