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
        require(widths.size() >= 2, "a shape of " + widths.size() + " widths, expected inputs,hidden...,1");
        require(widths.stream().allMatch(width -> width >= 1), "the shape " + text(widths) + ", expected widths from 1");
        require(widths.get(widths.size() - 1) == 1,
                widths.get(widths.size() - 1) + " outputs in the shape " + text(widths) + ", expected 1: the label is the sign");
        require(samples >= 1, samples + " samples, expected 1 or more");
        require(!balanced || samples % 2 == 0, samples + " balanced samples, expected an even number");
        require(bias || widths.size() == 2 || widths.get(widths.size() - 2) > 1,
                "the shape " + text(widths) + " without biases gives one label only, expected biases or more hidden units");
    }

    /** The shape as on the command line. */
    public String shape() {
        return text(widths);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new GenerationException(message);
        }
    }

    private static String text(List<Integer> widths) {
        return String.join(",", widths.stream().map(String::valueOf).toList());
    }
}
