package org.stillpoint.lint.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.tensor.Weights;

/** Looks at programs of a network, one after the other, until it is known what is to be known. */
final class FactFinder {

    private final Understood network;
    private final Map<Weights, Survey> surveys;
    private final Map<Integer, Traits> traits;
    private final Plan plan;
    private final Found found = new Found();
    private final List<String> notExamined = new ArrayList<>();

    FactFinder(Understood network, Map<Weights, Survey> surveys, Plan.Bounds bounds) {
        this.network = network;
        this.surveys = surveys;
        this.traits = Traits.of(network, surveys);
        this.plan = new Plan(network, traits, bounds);
    }

    Facts find() throws IOException {
        Places places = new Places(network);
        if (!network.analysed().isEmpty()) {
            Claims claims = new Claims(network, places, surveys);
            WeightFacts weights = new WeightFacts(network, places, found, claims);
            ValueFacts values = new ValueFacts(network, places, found);
            for (Partition partition : examined("zero", plan.zeros())) {
                Examination examination = Examination.of(network, partition);
                weights.add(examination);
                values.add(examination);
            }
            TwinFacts twins = new TwinFacts(network, traits, found, claims);
            Map<Integer, List<int[]>> candidates = twins.candidates();
            for (Partition partition : examined("equal", plan.twins(candidates))) {
                Examination examination = Examination.of(network, partition);
                weights.add(examination);
                twins.add(examination, candidates);
            }
            twins.finish();
            values.addEqualInputs(traits);
            weights.addZerosThatMove(surveys);
        }
        return new Facts(found.facts(places), List.copyOf(network.analysed()), network.notAnalysed(), notExamined);
    }

    /** What is left out is said. */
    private List<Partition> examined(String what, Plan.Rounds rounds) {
        rounds.leftOut().forEach((family, count) -> {
            String tensor = network.layers().stream().flatMap(layer -> TensorUse.of(layer).stream())
                    .filter(use -> Spots.of(use.channels()).stream().anyMatch(spots -> spots.family().id() == family))
                    .map(use -> use.weights().name()).findFirst().orElseThrow();
            notExamined.add(count + " of the " + what + " units of \"" + tensor + "\" were not told apart: they are too many");
        });
        return rounds.partitions();
    }
}
