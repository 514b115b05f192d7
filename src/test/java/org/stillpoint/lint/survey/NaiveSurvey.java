package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Weights;

/** What a survey is, with all entries in memory and a slice as a list of them. */
final class NaiveSurvey {

    private static final BigFraction TINY = BigFraction.ONE.divide(new BigFraction(10).pow(20));

    private NaiveSurvey() {
    }

    static Survey of(Weights weights) throws IOException {
        List<Long> codes = codes(weights);
        boolean isEmpty = codes.isEmpty();
        return new Survey(weights, codes.stream().allMatch(code -> code == 0),
                codes.stream().filter(code -> !Code.isFinite(code)).count(),
                LongStream.range(0, codes.size()).filter(place -> !Code.isFinite(codes.get((int) place))).findFirst(),
                largest(codes),
                IntStream.range(0, weights.dimensions().axes())
                        .mapToObj(axis -> isEmpty ? Slices.notLooked(axis) : slices(weights, codes, axis)).toList());
    }

    static List<Long> codes(Weights weights) throws IOException {
        long[] codes = new long[(int) weights.dimensions().entries()];
        weights.entries().read(0, codes);
        return LongStream.of(codes).boxed().toList();
    }

    static List<List<Long>> all(Weights weights, List<Long> codes, int axis) {
        int size = (int) weights.dimensions().size(axis);
        int stride = (int) weights.dimensions().stride(axis);
        return IntStream.range(0, size).mapToObj(index -> IntStream.range(0, codes.size())
                .filter(place -> place / stride % size == index).mapToObj(codes::get).toList()).toList();
    }

    private static Slices slices(Weights weights, List<Long> codes, int axis) {
        Map<List<Long>, List<Integer>> bySlice = new LinkedHashMap<>();
        List<Integer> zero = new ArrayList<>();
        List<Tiny> tiny = new ArrayList<>();
        List<List<Long>> all = all(weights, codes, axis);
        for (int index = 0; index < all.size(); index++) {
            List<Long> slice = all.get(index);
            if (slice.stream().allMatch(code -> code == 0)) {
                zero.add(index);
                continue;
            }
            bySlice.computeIfAbsent(slice, key -> new ArrayList<>()).add(index);
            if (slice.stream().allMatch(code -> Code.isFinite(code) && Code.number(code).abs().compareTo(TINY) <= 0)) {
                tiny.add(new Tiny(index, largest(slice)));
            }
        }
        return new Slices(axis, true, zero, bySlice.values().stream().filter(members -> members.size() > 1).toList(),
                tiny);
    }

    /** What is no number is larger than an infinity, and that than every number. */
    private static long largest(List<Long> codes) {
        if (codes.stream().anyMatch(code -> code == Code.NOT_A_NUMBER)) {
            return Code.NOT_A_NUMBER;
        }
        if (codes.stream().anyMatch(code -> !Code.isFinite(code))) {
            return Code.INFINITY;
        }
        return codes.stream().map(code -> code & Long.MAX_VALUE)
                .reduce(0L, (a, b) -> Code.number(a).compareTo(Code.number(b)) >= 0 ? a : b);
    }
}
