package org.stillpoint.lint.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stillpoint.lint.survey.Slices;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * What the channels of one family have in all tensors: which of them are alike.
 *
 * @param incoming for each axis that counts them as what a layer makes, a number for each channel: 0 if all of its weights there
 *     are zero, equal if they are equal
 * @param outgoing the same for axes that count what a layer takes
 */
record Traits(Channels.Own family, List<int[]> incoming, List<int[]> outgoing) {

    /** Of each family of a network, by its number. */
    static Map<Integer, Traits> of(Understood network, Map<Weights, Survey> surveys) {
        Map<Integer, Traits> all = new LinkedHashMap<>();
        for (Layer layer : network.layers()) {
            for (TensorUse use : TensorUse.of(layer)) {
                int[] alike = alike(surveys.get(use.weights()), use.axis());
                for (Spots spots : Spots.of(use.channels())) {
                    Traits traits = all.computeIfAbsent(spots.family().id(),
                            id -> new Traits(spots.family(), new ArrayList<>(), new ArrayList<>()));
                    (use.incoming() ? traits.incoming : traits.outgoing).add(projected(spots, alike));
                }
            }
        }
        return all;
    }

    /** For each index along an axis 0 if its slice is zero, else a number that those of equal slices share. */
    static int[] alike(Survey survey, int axis) {
        Slices slices = survey.slices().get(axis);
        int[] alike = IntStream.rangeClosed(1, Math.toIntExact(survey.weights().dimensions().size(axis))).toArray();
        slices.zero().forEach(index -> alike[index] = 0);
        slices.equal().forEach(members -> members.forEach(index -> alike[index] = members.get(0) + 1));
        return alike;
    }

    private static int[] projected(Spots spots, int[] alike) {
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        int[] projected = new int[spots.places().length];
        for (int c = 0; c < projected.length; c++) {
            List<Integer> there = Arrays.stream(spots.places()[c]).map(place -> alike[place]).boxed().toList();
            projected[c] = there.stream().allMatch(number -> number == 0) ? 0
                    : numbers.computeIfAbsent(there, key -> numbers.size() + 1);
        }
        return projected;
    }

    int size() {
        return family.size();
    }

    /** Where all weights of a channel are zero, of the axes that count it as made and then of those that count it as taken. */
    List<Boolean> zeros(int channel) {
        List<Boolean> zeros = new ArrayList<>();
        incoming.forEach(alike -> zeros.add(alike[channel] == 0));
        outgoing.forEach(alike -> zeros.add(alike[channel] == 0));
        return zeros;
    }

    /** Whether all incoming weights of a channel are zero. */
    boolean isZeroIncoming(int channel) {
        return incoming.stream().allMatch(alike -> alike[channel] == 0);
    }

    /** Classes of two or more channels that are equal in all that comes in; none if nothing does. */
    List<int[]> equalIncoming() {
        return incoming.isEmpty() ? List.of() : equalIn(IntStream.range(0, size()).toArray(), incoming);
    }

    /** Classes of two or more of some channels, which are equal in all of these. */
    List<int[]> equalIn(int[] members, List<int[]> by) {
        Map<List<Integer>, List<Integer>> classes = new LinkedHashMap<>();
        for (int channel : members) {
            classes.computeIfAbsent(by.stream().map(alike -> alike[channel]).toList(), key -> new ArrayList<>()).add(channel);
        }
        return classes.values().stream().filter(each -> each.size() > 1)
                .map(each -> each.stream().mapToInt(i -> i).toArray()).toList();
    }
}
