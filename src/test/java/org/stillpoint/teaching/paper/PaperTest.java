package org.stillpoint.teaching.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Vector;

/** Texts for paper in LaTeX and in Markdown. */
class PaperTest {

    private static final String NASTY = "50 % & <b> {x} ~ \\ # $";

    @Test
    void wordsAreEscapedInLatexAndMathematicsIsNot() {
        assertThat(body(new Block.Paragraph(Text.plain(NASTY).then(Text.of("$x_1 \\le 2$")))))
                .contains("50 \\% \\& \\textless{}b\\textgreater{} \\{x\\} \\textasciitilde{} \\textbackslash{} \\# \\$$x_1 "
                + "\\le 2$");
    }

    @Test
    void wordsAreEscapedInMarkdown() {
        assertThat(PaperMarkdown.render("T", List.of(new Block.Paragraph(Text.plain("a*b `c` [d] <e> $f")))))
                .contains("a\\*b \\`c\\` \\[d] \\<e> \\$f");
    }

    @ParameterizedTest
    @CsvSource({
            "'delta_j times x_k', '$\\delta_{j}$ times $x_{k}$'",
            "'eta^2 (G_1)', '$\\eta^{2}$ ($G_{1}$)'",
            "'at every theta', 'at every $\\theta$'",
            "'the beta version of betas', 'the $\\beta$ version of betas'",
            "'a_b_c and x_', 'a\\_b\\_c and x\\_'",
            "'said \"so\" once', 'said ``so'''' once'"})
    void symbolsOfTheCatalogueBecomeMathematics(String words, String latex) {
        assertThat(LatexWords.set(words)).isEqualTo(latex);
    }

    @Test
    void aNegativeNumberIsInBracesSoThatItsSignIsNoDifference() {
        assertThat(Quantity.tuple(Vector.of("-1/2", "3"))).isEqualTo("({-\\frac{1}{2}}, 3)");
        assertThat(Quantity.tuple(Vector.of("7"))).isEqualTo("7");
    }

    @Test
    void aNumberHasNoBracketsAndAMatrixHas() {
        assertThat(body(Block.values(Quantity.of("f", BigFraction.ONE_HALF),
                new Quantity("W", Matrix.of(Vector.of("1", "0"), Vector.of("2", "3"))))))
                .contains("$f = \\frac{1}{2}$", "$W = \\begin{pmatrix} 1 & 0 \\\\ 2 & 3 \\end{pmatrix}$");
    }

    @Test
    void twoHyphensOfACommandStayTwo() {
        assertThat(body(new Block.Code(List.of("claims --find x_1")))).contains("\\texttt{claims -{}-find x\\_1}");
    }

    @Test
    void theSolutionIsOnANewSheet() {
        List<Block> blocks = List.of(new Block.Heading(1, "A"), new Block.NewPage(), new Block.Heading(1, "B"));

        assertThat(PaperLatex.render("T", blocks)).containsSubsequence("{A}", "\\clearpage", "{B}");
        assertThat(PaperMarkdown.render("T", blocks)).containsSubsequence("## A", "---", "## B");
    }

    @Test
    void aTableHasAsManyColumnsAsHeads() {
        Block table = new Block.Table(List.of(Text.plain("a"), Text.plain("b")), List.of(List.of(Text.plain("1"),
                Text.plain("|"))));

        assertThat(body(table)).contains("\\begin{tabular}{ll}", "1 & | \\\\");
        assertThat(PaperMarkdown.render("T", List.of(table))).contains("| a | b |\n|---|---|\n| 1 | \\");
    }

    private static String body(Block block) {
        return PaperLatex.render("T", List.of(block));
    }
}
