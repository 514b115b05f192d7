package org.stillpoint.check.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import tools.jackson.databind.JsonNode;

class VerdictJsonTest {

    private static JsonNode json(Verdict verdict) {
        return Json.read(new Source("verdict", Json.write(VerdictJson.write(verdict)))).node();
    }

    @Test
    void theCountsAndTheConventionsThatWereSeenAreThere() {
        JsonNode verdict = json(Verdicts.right());

        assertThat(verdict.get("name").stringValue()).isEqualTo("my net");
        assertThat(verdict.get("cases").intValue()).isEqualTo(400);
        assertThat(verdict.get("wrong").intValue()).isZero();
        assertThat(verdict.get("conventions")).hasToString("{\"relu-at-0\":\"0\"}");
        assertThat(verdict.get("not-seen")).hasToString("[\"hinge-at-1\"]");
        assertThat(verdict.get("laws").get(0)).hasToString("{\"claim\":\"LAW-1\",\"cases\":120,\"wrong\":0}");
        assertThat(verdict.get("diagnosis")).isEmpty();
        assertThat(verdict.has("smallest")).isFalse();
    }

    @Test
    void aMistakeHasTheLayerInWhichTheSmallestCaseShowsItAndWhatCannotBeToldApart() {
        JsonNode mistake = json(Verdicts.slopeLeftOut()).get("diagnosis").get(0);

        assertThat(mistake.get("bug").stringValue()).isEqualTo("activation-slope-left-out");
        assertThat(mistake.get("layer").intValue()).isZero();
        assertThat(mistake.get("explains").intValue()).isEqualTo(31);
        assertThat(mistake.get("of").intValue()).isEqualTo(31);
        assertThat(mistake.get("scope").stringValue()).isEqualTo("every hidden layer");
        assertThat(mistake.get("or")).hasToString("[\"slope-at-activation in every layer\"]");
    }

    @Test
    void theSmallestCaseIsInTheWordsOfTheProtocol() {
        JsonNode smallest = json(Verdicts.slopeLeftOut()).get("smallest");

        assertThat(smallest.get("requests")).hasSize(1);
        assertThat(smallest.get("requests").get(0)).isEqualTo(smallest.get("request"));
        assertThat(smallest.get("request").get("do").stringValue()).isEqualTo("gradients");
        assertThat(smallest.get("answer")).hasToString("{\"id\":1,\"gradients\":{\"layers\":["
                + "{\"weights\":[[-12.0,-12.0]],\"bias\":[-12.0]},{\"weights\":[[0.0]],\"bias\":[-3.0]}]}}");
        assertThat(smallest.get("expected")).hasToString("{\"id\":1,\"gradients\":{\"layers\":["
                + "{\"weights\":[[0,0]],\"bias\":[0]},{\"weights\":[[0]],\"bias\":[-3]}]}}");
        assertThat(smallest.get("wrong")).hasSize(3);
    }

    @Test
    void aMemoryIsADiagnosisOfNoLayerWithAllTheRequests() {
        JsonNode verdict = json(Verdicts.addedUp());

        assertThat(verdict.get("diagnosis").get(0).get("bug").stringValue()).isEqualTo("gradients-not-reset");
        assertThat(verdict.get("diagnosis").get(0).get("layer").isNull()).isTrue();
        assertThat(verdict.get("smallest").get("requests")).hasSize(2);
        assertThat(verdict.get("smallest").get("request").get("id").intValue()).isEqualTo(2);
    }

    @Test
    void whatIsNoNumberIsAString() {
        assertThat(json(Verdicts.unexplained("NaN")).at("/smallest/answer/gradients/layers/0/weights/0/0").stringValue())
                .isEqualTo("NaN");
    }

    @Test
    void aTrainingHasNetworks() {
        assertThat(json(Verdicts.trained("1.5")).at("/smallest/expected/network/layers/0/weights/0/0").decimalValue())
                .isEqualByComparingTo("1.875");
    }
}
