package org.stillpoint.report.typography;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatMathTest {

    /** A tilde is a space at which no line ends, a low line a narrow one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<mi>f</mi><mo>=</mo><mn>1</mn> | <i>f</i>~=~1",
        "<mi>f</mi><mo>=</mo><mrow><mo>−</mo><mn>1</mn></mrow> | <i>f</i>~=~−1",
        "<mi>∇</mi><msup><mi>W</mi><mn>2</mn></msup><mo>=</mo> | ∇<i>W</i><sup>2</sup>~=",
        "<mi>y</mi><mi>f</mi><mo>&lt;</mo><mn>1</mn> | <i>y</i>_<i>f</i>~&lt;~1",
        "<mi>max</mi><mo stretchy=\"false\">(</mo><mn>0</mn><mo>,</mo><mo>−</mo><mi>y</mi><mo stretchy=\"false\">)</mo>"
                + " | max(0, −<i>y</i>)",
        "<msub><mi>v</mi><mi>j</mi></msub><mo>+</mo><mi>f′</mi> | <i>v</i><sub><i>j</i></sub>~+~<i>f</i>′",
        "<msup><mo stretchy=\"false\">)</mo><mn>2</mn></msup><mo>−</mo><mn>1</mn> | )<sup>2</sup>~−~1",
        "<mi>∂</mi><mi>ℓ</mi><mo>/</mo><mi>∂</mi><mi>z</mi> | ∂<i>ℓ</i>/∂<i>z</i>"})
    void aLineOfSymbolsIsText(String mathml, String html) {
        assertThat(FlatMath.html(mathml)).contains(html.replace('~', '\u00a0').replace('_', '\u202f'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<mfrac><mn>1</mn><mn>2</mn></mfrac>", "<mi>a</mi><mo>=</mo><mfrac><mi>b</mi><mn>2</mn></mfrac>",
        "<msup><mi>W</mi><mrow><mi>l</mi><mo>−</mo><mn>1</mn></mrow></msup>", "<msubsup><mi>W</mi><mi>j</mi><mn>1</mn></msubsup>",
        "<mover><mi>x</mi><mo>^</mo></mover>", "<mtext>if</mtext>"})
    void whatStandsAboveAnotherIsNone(String mathml) {
        assertThat(FlatMath.html(mathml)).isEmpty();
    }

    @Test
    void nothingIsNothing() {
        assertThat(FlatMath.html("")).contains("");
    }
}
