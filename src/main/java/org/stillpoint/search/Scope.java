package org.stillpoint.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.domain.DomainException;

/**
 * How far a search goes.
 *
 * @param depth the most layers, from 1 to {@value #MAX_DEPTH}
 * @param width the most inputs, and the most units a hidden layer, from 1 to {@value #MAX_WIDTH}
 * @param steps the most steps of training, from 0 to {@value #MAX_STEPS}
 * @param samples the most samples, from 1 to {@value #MAX_SAMPLES}
 * @param height the largest height of the numbers, from 1 to {@value #MAX_HEIGHT}
 */
public record Scope(int depth, int width, int steps, int samples, int height) {

    static final int MAX_DEPTH = 4;
    static final int MAX_WIDTH = 4;
    static final int MAX_STEPS = 20;
    static final int MAX_SAMPLES = 4;
    static final int MAX_HEIGHT = 4;

    /** @throws DomainException if one of the numbers is outside its range */
    public Scope {
        requireRange("depth", depth, 1, MAX_DEPTH);
        requireRange("width", width, 1, MAX_WIDTH);
        requireRange("steps", steps, 0, MAX_STEPS);
        requireRange("samples", samples, 1, MAX_SAMPLES);
        requireRange("height", height, 1, MAX_HEIGHT);
    }

    /**
     * Reads {@code depth,width,steps[,samples[,height]]}; what is left out stays as it is here.
     *
     * @throws DomainException if the text is nothing of the kind
     */
    public Scope with(String text) {
        if (!text.matches("[0-9]{1,3}(,[0-9]{1,3}){2,4}")) {
            throw new DomainException("\"" + text + "\" is not a scope, expected "
                    + "depth,width,steps[,samples[,height]] such as 2,2,1");
        }
        List<Integer> numbers = Stream.of(text.split(",")).map(Integer::valueOf).toList();
        return new Scope(numbers.get(0), numbers.get(1), numbers.get(2),
                numbers.size() > 3 ? numbers.get(3) : samples, numbers.size() > 4 ? numbers.get(4) : height);
    }

    private static void requireRange(String what, int value, int from, int to) {
        if (value < from || value > to) {
            throw new DomainException(what + " " + value + " in the scope, expected one from " + from + " to " + to);
        }
    }

    /** Every size in the scope with one output, smallest first. */
    Stream<Size> sizes() {
        return IntStream.rangeClosed(1, depth).boxed()
                .flatMap(layers -> widths(layers).stream())
                .flatMap(widths -> IntStream.rangeClosed(1, samples).boxed()
                        .flatMap(n -> IntStream.rangeClosed(0, steps).boxed()
                                .flatMap(k -> IntStream.rangeClosed(1, height).mapToObj(h -> new Size(widths, n, k, h)))));
    }

    private List<List<Integer>> widths(int layers) {
        List<List<Integer>> all = List.of(List.of());
        for (int l = 0; l < layers; l++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> widths : all) {
                IntStream.rangeClosed(1, width).forEach(w -> longer.add(appended(widths, w)));
            }
            all = longer;
        }
        return all.stream().map(widths -> appended(widths, 1))
                .sorted(Comparator.comparingInt(Scope::sum).thenComparing(List::toString)).toList();
    }

    private static List<Integer> appended(List<Integer> widths, int width) {
        List<Integer> result = new ArrayList<>(widths);
        result.add(width);
        return List.copyOf(result);
    }

    private static int sum(List<Integer> widths) {
        return widths.stream().mapToInt(Integer::intValue).sum();
    }

    /** Its numbers with their names, for people. */
    public String words() {
        return words(depth, width, steps, samples, height);
    }

    static String words(int depth, int width, int steps, int samples, int height) {
        return "depth " + depth + ", width " + width + ", steps " + steps + ", samples " + samples + ", height " + height;
    }

    /** The option of the command line that means this scope. */
    @Override
    public String toString() {
        return depth + "," + width + "," + steps + "," + samples + "," + height;
    }
}
