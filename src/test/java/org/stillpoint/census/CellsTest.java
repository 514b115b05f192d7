package org.stillpoint.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each cell is found with a direction in it; that none is missing is seen from their number. */
class CellsTest {

    static Stream<Scope> scopes() {
        return IntStream.of(1, 2).boxed().flatMap(inputs -> Stream.of(false, true).flatMap(biases -> IntStream.of(1, 2, 3)
                .mapToObj(samples -> new Scope(List.of(inputs, 1, 1), biases, samples))));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void thereAreAsManyCellsAsHyperplanesCutASpaceInto(Scope scope) {
        for (int number = 0; number < scope.dataSets(); number += 1 << scope.samples()) {
            int[][] inputs = IntStream.of(Samples.of(scope, number).inputs()).mapToObj(scope::input).toArray(int[][]::new);
            for (int kinks = 0; kinks < 1 << scope.samples(); kinks++) {
                assertThat(Cells.of(inputs, kinks)).doesNotHaveDuplicates().hasSize(regions(normals(inputs, kinks)));
            }
        }
    }

    private static List<int[]> normals(int[][] inputs, int kinks) {
        List<int[]> normals = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            int[] input = inputs[i];
            if ((kinks >> i & 1) == 1 && rank(List.of(input)) == 1
                    && normals.stream().noneMatch(other -> rank(List.of(other, input)) == 1)) {
                normals.add(input);
            }
        }
        return normals;
    }

    /** Zaslavsky's theorem in Whitney's form: the sum of (-1)^(size - rank) over all sets of the hyperplanes. */
    private static int regions(List<int[]> normals) {
        return IntStream.range(0, 1 << normals.size()).map(set -> {
            List<int[]> chosen = IntStream.range(0, normals.size()).filter(i -> (set >> i & 1) == 1)
                    .mapToObj(normals::get).toList();
            return (chosen.size() - rank(chosen)) % 2 == 0 ? 1 : -1;
        }).sum();
    }

    private static int rank(List<int[]> vectors) {
        List<List<BigFraction>> rows = new ArrayList<>(vectors.stream()
                .map(vector -> IntStream.of(vector).mapToObj(BigFraction::new).toList()).toList());
        int rank = 0;
        while (!rows.isEmpty()) {
            List<BigFraction> pivot = rows.remove(0);
            int at = IntStream.range(0, pivot.size()).filter(k -> pivot.get(k).signum() != 0).findFirst().orElse(-1);
            if (at >= 0) {
                rank++;
                rows.replaceAll(row -> IntStream.range(0, row.size()).mapToObj(k -> row.get(k)
                        .subtract(pivot.get(k).multiply(row.get(at)).divide(pivot.get(at)))).toList());
            }
        }
        return rank;
    }
}
