package org.stillpoint.properties.graph;

import static org.stillpoint.properties.Reached.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.graph.architecture.Examination;
import org.stillpoint.graph.architecture.Start;
import org.stillpoint.graph.architecture.Vocabularies;
import org.stillpoint.properties.Claim;

/** Embeddings and output weights: a certificate of what is stuck, a run of what moves. */
@StatisticsReport(onFailureOnly = true)
class VocabularyProperties {

    private static final int TRIES = 300;

    @Claim(value = "TIED-1", of = "tied")
    @Property(tries = TRIES)
    void aTiedMatrixOfZerosNeverMoves(@ForAll("drawn") Drawn drawn) {
        Examination seen = Examination.of(Vocabularies.tied(drawn.numbers(), drawn.sizes(), Start.withZero("E")), 3);

        assertThat(seen.confirmed()).isTrue();
        assertThat(seen.zero()).contains("E");
        assertThat(seen.unchanged()).containsExactlyInAnyOrder("E", "W");
    }

    @Claim(value = "TIED-1", of = "not tied")
    @Property(tries = TRIES)
    void untiedOutputWeightsOfZeroMove(@ForAll("drawn") Drawn drawn) {
        Examination seen = Examination.of(Vocabularies.untied(drawn.positive(), drawn.sizes(), Start.withZero("O")), 3);

        assertThat(seen.moved()).isEqualTo(Map.of("O", 1, "E", 2, "W", 2));
    }

    @Claim(value = "WORD-1", of = "never looked up")
    @Property(tries = TRIES)
    void aRowThatIsNeverLookedUpNeverChanges(@ForAll("drawn") Drawn drawn) {
        Examination seen = Examination.of(Vocabularies.rows(drawn.numbers(), drawn.sizes(), Start.withZero()), 3);
        Coverage.require("rows that move", seen.moved().containsKey("r1"));

        assertThat(seen.confirmed()).isTrue();
        assertThat(seen.unchanged()).contains("r3");
    }

    @Claim(value = "WORD-1", of = "looked up")
    @Property(tries = TRIES)
    void aRowOfZerosThatIsLookedUpMoves(@ForAll("drawn") Drawn drawn) {
        Examination seen = Examination.of(Vocabularies.rows(drawn.positive(), drawn.sizes(), Start.withZero("r2")), 1);

        assertThat(seen.firstMove("r2")).contains(1);
    }

    @Claim(value = "WORD-1", of = "remark")
    @Property(tries = TRIES)
    void everyRowOfATiedMatrixMoves(@ForAll("drawn") Drawn drawn) {
        Examination seen = Examination.of(Vocabularies.tiedRows(drawn.positive(), drawn.sizes(), Start.withZero()), 1);

        assertThat(seen.moved().keySet().stream()).contains("r1", "r2", "r3");
    }

    @Provide
    Arbitrary<Drawn> drawn() {
        return Drawn.any();
    }
}
