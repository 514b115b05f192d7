package org.stillpoint.search;

import java.util.List;

/**
 * Which trainings a claim of one's own speaks of, and how far they are searched.
 *
 * @param layers of the network
 * @param widths inputs, and units of each hidden layer
 * @param height how far the search goes with the numbers
 * @param starts each way to start is combined with each way to train
 * @param balanced whether there are as many labels 1 as -1
 * @param words all that the candidates have in common, besides what is counted
 */
record OwnScope(Range layers, Range widths, Range steps, Range samples, int height, List<OwnStart> starts,
                List<OwnTraining> trainings, boolean balanced, String words) {

    OwnScope {
        starts = List.copyOf(starts);
        trainings = List.copyOf(trainings);
    }

    /** How far the search goes. */
    Scope limits() {
        return new Scope(layers.most(), widths.most(), steps.most(), samples.most(), height);
    }

    /** Whether the claim speaks of candidates of this size. */
    boolean allows(Size size) {
        return layers.allows(size.layers()) && size.widths().subList(0, size.layers()).stream().allMatch(widths::allows)
                && steps.allows(size.steps()) && samples.allows(size.samples());
    }
}
