package org.stillpoint.check.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import tools.jackson.databind.JsonNode;

class GradescopeTest {

    private static JsonNode results(Verdict verdict) {
        return Json.read(new Source("results", Json.write(Gradescope.write(verdict)))).node();
    }

    @Test
    void aRightProgramHasAllPoints() {
        JsonNode results = results(Verdicts.right());

        assertThat(results.get("score").decimalValue()).isEqualByComparingTo("20");
        assertThat(results.get("tests").get(0).get("score").decimalValue()).isEqualByComparingTo("10");
        assertThat(results.get("tests").get(0).get("max_score").decimalValue()).isEqualByComparingTo("10");
        assertThat(results.get("tests").get(0).get("visibility").stringValue()).isEqualTo("visible");
    }

    @Test
    void aClaimIsWorthTheShareOfItsCasesThatAreRight() {
        JsonNode results = results(Verdicts.slopeLeftOut());

        assertThat(results.get("tests").get(0).get("score").decimalValue()).isEqualByComparingTo("7.41");
        assertThat(results.get("tests").get(1).get("score").decimalValue()).isEqualByComparingTo("10");
        assertThat(results.get("score").decimalValue()).isEqualByComparingTo("17.41");
        assertThat(results.get("tests").get(2).get("output").stringValue()).contains("yours -12, right 0");
        assertThat(results.get("tests").get(2).get("status").stringValue()).isEqualTo("failed");
    }

    @Test
    void aProgramThatRemembersHasNoPoints() {
        assertThat(results(Verdicts.addedUp()).get("score").decimalValue()).isEqualByComparingTo("0");
    }
}
