package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MathMlTest {

    @Test
    void scriptsStandAboveAndBelow() {
        assertThat(MathMl.of("W^1_{jk} = 0")).isEqualTo("<math display=\"block\"><mrow><msubsup><mi>W</mi>"
                + "<mrow><mi>j</mi><mi>k</mi></mrow><mn>1</mn></msubsup>"
                + "<mo>=</mo><mn>0</mn></mrow></math>");
    }

    @Test
    void fractionsAndWordsAreShown() {
        assertThat(MathMl.of("\\frac{1}{12} \\text{ if } x < y")).contains(
                "<mfrac><mn>1</mn><mn>12</mn></mfrac>", "<mtext>\u00a0if\u00a0</mtext>",
                "<mo>&lt;</mo>");
    }

    @Test
    void derivativesKeepTheirPrime() {
        assertThat(MathMl.of("\\ell'(0)")).contains("<mi>ℓ′</mi>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\unknown", "{x", "x^", "\\text x", "&"})
    void whatCannotBeShownIsRefused(String latex) {
        assertThatThrownBy(() -> MathMl.of(latex)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(latex);
    }
}
