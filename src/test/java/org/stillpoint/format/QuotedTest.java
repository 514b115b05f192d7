package org.stillpoint.format;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Names that anybody may have made are shown as a part of one line. */
class QuotedTest {

    @Example
    void namesAsTheyAreAreShownAsTheyAre() {
        assertThat(Quoted.of("layer.0/weight:größe 重み")).isEqualTo("\"layer.0/weight:größe 重み\"");
    }

    @Example
    void whatWouldBreakTheLineOrTurnItAroundIsNotShown() {
        assertThat(Quoted.of("a\nb\u001B[31m\u2028\u202Ec\uD800")).isEqualTo("\"a?b?[31m??c?\"");
    }

    @Example
    void whatNobodyReadsToTheEndIsCutOff() {
        assertThat(Quoted.plain("x".repeat(1000))).isEqualTo("x".repeat(120) + "...");
    }

    @Property
    void anyTextIsOneShortLine(@ForAll String text) {
        assertThat(Quoted.of(text)).hasSizeLessThan(130)
                .matches(line -> line.codePoints().noneMatch(Character::isISOControl), "has no control characters");
    }
}
