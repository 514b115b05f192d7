package org.stillpoint.lint.program;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * What is known of a network.
 *
 * @param analysed the tensors whose training was looked at
 * @param notAnalysed the others, with reasons
 * @param notExamined what was left out because it would have taken too many programs, a sentence each
 */
public record Facts(List<Fact> facts, List<Weights> analysed, List<NotAnalysed> notAnalysed, List<String> notExamined) {

    public Facts {
        facts = List.copyOf(facts);
        analysed = List.copyOf(analysed);
        notAnalysed = List.copyOf(notAnalysed);
        notExamined = List.copyOf(notExamined);
    }

    /** @throws IOException if entries cannot be read */
    public static Facts of(Network network) throws IOException {
        return of(network, List.of());
    }

    /**
     * The network as facts are about it: what cannot be analysed is opaque.
     *
     * @param surveys of its floating-point tensors; a layer with another one stays as it is
     */
    public static Network analysed(Network network, Collection<Survey> surveys) {
        Map<Weights, Survey> all = new HashMap<>();
        surveys.forEach(survey -> all.put(survey.weights(), survey));
        Obstacles obstacles = new Obstacles(all);
        return new Network(network.inputs(), network.layers().stream().map(layer ->
                all.keySet().containsAll(layer.weights()) ? obstacles.opaque(layer) : layer).toList(), network.outputs(),
                network.notAnalysed());
    }

    /**
     * The same, where some tensors were surveyed already.
     *
     * @throws IOException if entries cannot be read
     */
    public static Facts of(Network network, List<Survey> surveys) throws IOException {
        Map<Weights, Survey> all = new HashMap<>();
        surveys.forEach(survey -> all.put(survey.weights(), survey));
        for (Layer layer : network.layers()) {
            for (Weights weights : layer.weights()) {
                if (!all.containsKey(weights)) {
                    all.put(weights, Survey.of(weights));
                }
            }
        }
        return new FactFinder(Understood.of(network, all), all, Plan.Bounds.USUAL).find();
    }
}
