package org.stillpoint.report.typography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void aNameBreaksAfterADotAndBeforeACapitalThatFollowsEnough() {
        assertThat(Names.of("ZeroInitializationProperties.weightsAndHiddenBiasesStayZero").render()).isEqualTo(
                "<code class=\"name\">ZeroInitialization<wbr/>Properties.<wbr/>weightsAnd<wbr/>HiddenBiases<wbr/>StayZero"
                        + "</code>");
    }

    @Test
    void aCommandBreaksBetweenWordsAndNeverBehindAHyphen() {
        assertThat(Names.command("mvn test -Dtest=LawTest#itHolds").render()).isEqualTo(
                "<code class=\"command\"><span>mvn</span> <span>test</span> <span>-Dtest=Law<wbr/>Test#<wbr/>itHolds</span>"
                        + "</code>");
    }

    @Test
    void whatALanguageCouldMeanIsEscaped() {
        assertThat(Names.of("a<b>&c").render()).isEqualTo("<code class=\"name\">a&lt;b&gt;&amp;c</code>");
    }

    @Test
    void noNamesAreNone() {
        assertThat(Names.of(List.of()).render()).isEqualTo("none");
        assertThat(Names.of(List.of("a", "b")).render()).isEqualTo("<code class=\"name\">a</code>, <code class=\"name\">b</code>");
    }
}
