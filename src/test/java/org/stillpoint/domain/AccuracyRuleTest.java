package org.stillpoint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccuracyRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1; -1; 1   | sign
            -1         | sign
            1          | sign
            1; 1       | sign
            0; 1       | threshold
            0          | threshold
            1, 0; 0, 1 | argmax
            0, 0, 1    | argmax
            1; -1; 0   | none
            2; -2      | none
            0; 1/2     | none
            1, 1       | none
            0, 0       | none
            1, -1      | none
            2, 0       | none
            1, 0; 0, 0 | none
            """)
    void theRuleIsTheFirstThatEveryTargetFits(String targets, String rule) {
        List<Vector> vectors = Stream.of(targets.split(";")).map(target -> Vector.of(target.strip().split(", "))).toList();
        DataSet data = new DataSet(vectors, vectors);

        assertThat(AccuracyRule.of(data).map(AccuracyRule::id).orElse("none")).isEqualTo(rule);
    }
}
