package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * What stands in a tensor.
 *
 * @param zero whether all entries are 0
 * @param notFinite how many entries are infinite or no numbers
 * @param slices along each axis
 */
public record Survey(Weights weights, boolean zero, long notFinite, List<Slices> slices) {

    public Survey {
        slices = List.copyOf(slices);
    }

    /** @throws IOException if the entries cannot be read */
    public static Survey of(Weights weights) throws IOException {
        Dimensions dimensions = weights.dimensions();
        long[] codes = new long[Math.toIntExact(dimensions.entries())];
        weights.entries().read(0, codes);
        return new Survey(weights, Arrays.stream(codes).allMatch(code -> code == 0),
                Arrays.stream(codes).filter(code -> !Code.isFinite(code)).count(),
                IntStream.range(0, dimensions.axes()).mapToObj(axis -> slices(dimensions, codes, axis)).toList());
    }

    private static Slices slices(Dimensions dimensions, long[] codes, int axis) {
        int size = Math.toIntExact(dimensions.size(axis));
        int stride = Math.toIntExact(dimensions.stride(axis));
        Map<List<Long>, List<Integer>> bySlice = new LinkedHashMap<>();
        List<Integer> zero = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            int at = index;
            List<Long> slice = IntStream.range(0, codes.length).filter(place -> place / stride % size == at)
                    .mapToObj(place -> codes[place]).toList();
            if (slice.stream().allMatch(code -> code == 0)) {
                zero.add(index);
            } else {
                bySlice.computeIfAbsent(slice, key -> new ArrayList<>()).add(index);
            }
        }
        return new Slices(axis, zero, bySlice.values().stream().filter(members -> members.size() > 1).toList());
    }
}
