package org.stillpoint.properties.graph;

import static org.stillpoint.properties.Reached.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.graph.architecture.Architecture;
import org.stillpoint.graph.architecture.Attentions;
import org.stillpoint.graph.architecture.Examination;
import org.stillpoint.graph.architecture.Start;
import org.stillpoint.graph.training.Step;
import org.stillpoint.properties.Claim;
import org.stillpoint.tensor.Tensor;

/** Attention: a certificate of what is stuck or equal, a run of what moves or parts. */
@StatisticsReport(onFailureOnly = true)
class AttentionProperties {

    @Claim(value = "ATT-1", of = "both zero")
    @Property(tries = 300)
    void queriesAndKeysOfZeroStayZero(@ForAll("drawn") Drawn drawn) {
        Examination seen = Examination.of(Attentions.oneHead(drawn.numbers(), drawn.sizes(), Start.withZero("Wq", "Wk")), 3);
        Coverage.require("values that move", seen.moved().containsKey("Wv"));

        assertThat(seen.confirmed()).isTrue();
        assertThat(seen.zero()).containsExactlyInAnyOrder("Wq", "Wk");
    }

    @Claim(value = "ATT-1", of = "the values")
    @Property(tries = 300)
    void behindQueriesAndKeysOfZeroTheValuesMove(@ForAll("drawn") Drawn drawn) {
        Examination seen = Examination.of(Attentions.oneHead(drawn.positive(), drawn.sizes(), Start.withZero("Wq", "Wk")), 1);

        assertThat(seen.firstMove("Wv")).contains(1);
    }

    @Claim(value = "ATT-1", of = "queries zero")
    @Property(tries = 300)
    void queriesOfZeroMoveIfKeysAreNotZero(@ForAll("sequences") Drawn drawn) {
        Architecture attention = Attentions.oneHead(drawn.positive(), drawn.sizes(), Start.withZero("Wq"));
        Step first = attention.program().steps(1, attention.feed()).get(0);
        Assume.that(((Tensor) first.value("X")).entries().stream().distinct().count() > 1);

        assertThat(Tensor.ofValue(first.next("Wq")).isZero()).isFalse();
    }

    @Claim(value = "ATT-2", of = "equal")
    @Property(tries = 250)
    void equalHeadsStayEqual(@ForAll("drawn") Drawn drawn) {
        Examination seen = Examination.of(Attentions.twoHeads(drawn.numbers(), drawn.sizes(), Start.equalBut()), 2);
        Coverage.require("queries that move", seen.moved().containsKey("Wq1"));

        assertThat(seen.confirmed()).isTrue();
        assertThat(Stream.of("Wq", "Wk", "Wv", "Wo")).allMatch(name -> seen.areEqual(name + "1", name + "2"));
    }

    @Claim(value = "ATT-2", of = "other output weights")
    @Property(tries = 250)
    void headsWithOtherOutputWeightsPart(@ForAll("drawn") Drawn drawn) {
        Architecture heads = Attentions.twoHeads(drawn.positive(), drawn.sizes(), Start.equalBut("Wo2"));
        Step first = heads.program().steps(1, heads.feed()).get(0);

        assertThat(first.value("Wv1")).isEqualTo(first.value("Wv2"));
        assertThat(first.next("Wv1")).isNotEqualTo(first.next("Wv2"));
    }

    @Provide
    Arbitrary<Drawn> drawn() {
        return Drawn.any();
    }

    @Provide
    Arbitrary<Drawn> sequences() {
        return Drawn.sequences();
    }
}
