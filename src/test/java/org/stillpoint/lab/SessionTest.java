package org.stillpoint.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.RealTrace;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.engine.Trace;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.ResultFormat;
import org.stillpoint.format.Source;
import org.stillpoint.generation.Start;
import org.stillpoint.symmetry.Consequences;
import org.stillpoint.symmetry.LayerSymmetry;
import org.stillpoint.symmetry.UnitClasses;
import org.stillpoint.training.Training;
import org.stillpoint.training.TrainingResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the lab says, read as the rest of the project reads it, and compared with what the rest of the project says. */
class SessionTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int STEPS = 6;

    private final Session session = new Session();

    @BeforeEach
    void zeros() {
        session.begin("zeros", "{}");
    }

    private static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }

    private static JsonCursor cursor(JsonNode value) {
        return Json.read(new Source("state", value.toString()));
    }

    /** A problem with everything that matters for the steps, from this start. */
    private static String problem(Start start) {
        return "{\"shape\": [2, 3, 1], \"start\": \"" + start.id() + "\", \"seed\": \"4\", \"loss\": \"squared\", \"batch\": 3, "
                + "\"momentum\": \"1/2\", \"decay\": \"1/10\", \"kappa\": \"1/2\", \"data\": {\"name\": \"xor\"}}";
    }

    @ParameterizedTest
    @EnumSource
    void everyStateIsThatOfTheTraining(Start start) {
        Problem problem = ProblemReader.read(problem(start));
        Settings settings = problem.settings().withSteps(STEPS);
        List<StepTrace> steps = Training.trace(problem.start(), problem.data(), settings).steps();
        JsonNode trace = ResultFormat.write(RealTrace.of(new Trace(steps))).get("steps");
        session.begin("a", problem(start));

        for (int n = STEPS; n >= 0; n--) {
            Network network = n == 0 ? problem.start() : steps.get(n - 1).network();
            TrainingResult result = Training.train(problem.start(), problem.data(), settings.withSteps(n));
            JsonNode state = json(session.at("a", n));

            assertThat(state.get("step").intValue()).isEqualTo(n);
            assertThat(NetworkFormat.read(cursor(state.get("network")))).isEqualTo(network);
            assertThat(cursor(state.get("loss")).number()).isEqualTo(result.loss());
            assertThat(cursor(state.get("accuracy")).number()).isEqualTo(result.accuracy().orElseThrow().share());
            assertThat(state.get("accuracyRule").asString()).isEqualTo("sign");
            assertThat(state.get("classes").toString())
                    .isEqualTo(UnitClasses.of(network).stream().map(LayerSymmetry::classes).toList().toString().replace(" ", ""));
            assertThat(state.get("changed").booleanValue()).isEqualTo(n > 0
                    && !network.equals(n == 1 ? problem.start() : steps.get(n - 2).network()));
            if (n < STEPS) {
                assertThatThePassIsThatOfTheTrace(state.get("pass"), trace.get(n));
            }
        }
    }

    private static void assertThatThePassIsThatOfTheTrace(JsonNode pass, JsonNode step) {
        assertThat(pass.get("batch")).isEqualTo(step.get("batch"));
        assertThat(pass.get("gradients")).isEqualTo(step.get("gradients"));
        assertThat(pass.get("next")).isEqualTo(step.get("network"));
        for (int i = 0; i < step.get("samples").size(); i++) {
            for (String name : List.of("preactivations", "activations", "deltas", "output", "loss")) {
                assertThat(pass.get("samples").get(i).get(name)).isEqualTo(step.get("samples").get(i).get(name));
            }
        }
    }

    @Test
    void theFirstStateSaysWhatWasMadeOfTheProblem() {
        JsonNode state = json(session.at("zeros", 0));
        Problem problem = ProblemReader.read("{}");

        assertThat(NetworkFormat.read(cursor(state.get("start")))).isEqualTo(problem.start());
        assertThat(DataFormat.read(cursor(state.get("data")))).isEqualTo(problem.data());
        assertThat(json(session.at("zeros", 1)).has("start")).isFalse();
    }

    @Test
    void theConsequencesAreThoseOfTheStartAfterAnyStep() {
        Problem problem = ProblemReader.read("{}");
        JsonNode expected = ResultFormat.write(UnitClasses.of(problem.start()),
                Consequences.of(problem.start(), Optional.of(problem.data()))).get("consequences");

        assertThat(expected.toString()).contains("ZERO-2");
        assertThat(json(session.at("zeros", 0)).get("consequences")).isEqualTo(expected);
        assertThat(json(session.at("zeros", 3)).get("consequences")).isEqualTo(expected);
    }

    @Test
    void whatMovedIsCountedAgainstTheStart() {
        assertThat(json(session.at("zeros", 1)).get("moved").toString())
                .isEqualTo("[{\"weights\":0,\"of\":4,\"bias\":0,\"ofBias\":2},{\"weights\":0,\"of\":2,\"bias\":1,\"ofBias\":1}]");
        assertThat(json(session.at("zeros", 1)).get("dead").toString()).isEqualTo("[[0,1]]");
    }

    @Test
    void aRunGoesOnUntilAWholeEpochHasChangedNothing() {
        session.begin("still", "{\"bias\": false}");

        assertThat(session.until("still", 100)).isEqualTo("{\"step\":2,\"still\":true}");
        assertThat(session.until("still", 1)).isEqualTo("{\"step\":1,\"still\":false}");
        assertThat(session.until("zeros", 9)).isEqualTo("{\"step\":9,\"still\":false}");
    }

    /** At a step that the gradient and the velocity share out evenly a network stands still, and moves on after it. */
    @Test
    void withMomentumOneStepWithoutAChangeIsNotYetTheEnd() {
        session.begin("turn", """
                {"network": {"layers": [{"weights": [["0"]], "activation": "identity"}]}, "loss": "squared", "rate": "3/2",
                 "momentum": "1/2", "data": {"inputs": [["1"]], "targets": ["1"]}}""");

        JsonNode until = json(session.until("turn", 50));

        assertThat(json(session.at("turn", 2)).get("changed").booleanValue()).isFalse();
        assertThat(json(session.at("turn", 3)).get("changed").booleanValue()).isTrue();
        assertThat(until.get("still").booleanValue()).isFalse();
    }

    @Test
    void theCurveIsTheLossesAndAccuraciesOfTheStates() {
        JsonNode curve = json(session.curve("zeros", 3));

        for (int n = 0; n <= 3; n++) {
            JsonNode state = json(session.at("zeros", n));
            assertThat(curve.get("loss").get(n)).isEqualTo(state.get("loss"));
            assertThat(curve.get("accuracy").get(n)).isEqualTo(state.get("accuracy"));
        }
        assertThat(curve.get("loss").size()).isEqualTo(4);
    }

    @Test
    void regionsAreTheSignsOfTheOutputAtEachPoint() {
        session.begin("plane", "{\"network\": {\"layers\": [{\"weights\": [[\"1\", \"-1\"]], \"activation\": \"identity\"}]}}");

        assertThat(session.regions("plane", 0, "{\"xs\": [\"0\", \"1/3\", \"1\"], \"ys\": [\"1/3\", \"0\"]}"))
                .isEqualTo("[[\"-\",\"0\",\"+\"],[\"0\",\"+\",\"+\"]]");
    }

    @Test
    void regionsOfTargetsZeroAndOneHaveTheirBorderAtOneHalf() {
        session.begin("plane", "{\"network\": {\"layers\": [{\"weights\": [[\"1\", \"0\"]], \"activation\": \"identity\"}]}, "
                + "\"loss\": \"squared\", \"data\": {\"csv\": \"0,0,0\\n1,0,1\"}}");

        assertThat(session.regions("plane", 0, "{\"xs\": [\"0\", \"1/2\", \"1\"], \"ys\": [\"0\"]}"))
                .isEqualTo("[[\"-\",\"0\",\"+\"]]");
    }

    @Test
    void regionsOfSeveralOutputsAreTheLargestOneOrNone() {
        session.begin("plane", "{\"network\": {\"layers\": [{\"weights\": [[\"1\", \"0\"], [\"0\", \"1\"]], "
                + "\"activation\": \"identity\"}]}, \"loss\": \"squared\", \"data\": {\"inputs\": [[\"0\", \"0\"]], "
                + "\"targets\": [[\"0\", \"1\"]]}}");

        assertThat(session.regions("plane", 0, "{\"xs\": [\"0\", \"1\"], \"ys\": [\"0\", \"2\"]}")).isEqualTo("[[null,0],[1,1]]");
    }

    @Test
    void aRunPastTheBoundOnBitsSaysSoWithTheStepReachedAndAheadOfIt() {
        session.begin("long", "{\"start\": \"random\", \"seed\": \"1\", \"loss\": \"squared\", \"maxBits\": 100}");
        JsonNode error = json(session.at("long", 50));
        int reached = error.get("step").intValue();

        assertThat(error.get("error").asString())
                .matches("step " + (reached + 1) + " makes numbers of [0-9]+ bits, expected at most 100");
        assertThat(json(session.until("long", 50))).isEqualTo(error);
        assertThat(json(session.at("long", reached)).get("pass").get("next").isNull()).isTrue();
        assertThat(json(session.at("long", reached)).get("stopped")).isEqualTo(error.get("error"));
        assertThat(json(session.at("long", reached - 1)).get("stopped").isNull()).isTrue();
    }

    @Test
    void aProblemThatIsNoneLeavesTheRunBeforeIt() {
        assertThat(session.begin("zeros", "{\"rate\": \"x\\\"\"}"))
                .startsWith("{\"error\":\"problem rate: \\\"x\\\"\\\" is not an exact number, expected one such as 3/4");
        assertThat(json(session.at("zeros", 1)).has("error")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"activation\": \"tanh\"}", "{\"loss\": \"logistic\"}"})
    void whatIsNotExactIsRefused(String problem) {
        assertThat(json(session.begin("smooth", problem)).get("error").asString()).contains("not exact", "expected one of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"xs\": [], \"ys\": [1]}", "{\"xs\": [1], \"ys\": [\"a\"]}", "nothing"})
    void aGridThatIsNoneIsRefused(String grid) {
        assertThat(json(session.regions("zeros", 0, grid)).get("error").asString()).contains("expected");
    }

    @Test
    void whatWasNotBegunCannotBeAsked() {
        assertThat(session.at("b", 0)).isEqualTo("{\"error\":\"no run b, expected one that was begun\"}");
        assertThat(session.at("zeros", -1)).isEqualTo("{\"error\":\"step -1, expected one from 0 to 1000000\"}");
        assertThat(json(session.until("zeros", Integer.MAX_VALUE)).has("error")).isTrue();
        session.begin("three", "{\"shape\": [3, 1], \"data\": {\"name\": \"question\"}}");
        assertThat(json(session.regions("three", 0, "{\"xs\": [1], \"ys\": [1]}")).get("error").asString())
                .isEqualTo("regions of a network of 3 inputs, expected 2");
    }
}
