package org.stillpoint.generation;

import java.util.List;

/**
 * What data to make.
 *
 * @param widths inputs, hidden units a layer, one output
 * @param samples from 1
 * @param balanced whether there must be as many samples of the one label as of the other; needs an even number
 * @param bias whether the teacher has biases
 */
public record Request(List<Integer> widths, int samples, long seed, boolean balanced, boolean bias) {

    /** @throws GenerationException if no data set could ever meet the request */
    public Request {
        widths = List.copyOf(widths);
        Widths.require(widths, "inputs,hidden...,1");
        require(widths.get(widths.size() - 1) == 1,
                widths.get(widths.size() - 1) + " outputs in the shape " + Widths.text(widths)
                + ", expected 1: the label is the sign");
        require(samples >= 1, samples + " samples, expected 1 or more");
        require(!balanced || samples % 2 == 0, samples + " balanced samples, expected an even number");
        require(bias || widths.size() == 2 || widths.get(widths.size() - 2) > 1,
                "the shape " + Widths.text(widths)
                + " without biases gives one label only, expected biases or more hidden units");
    }

    /** The shape as on the command line. */
    public String shape() {
        return Widths.text(widths);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new GenerationException(message);
        }
    }
}
