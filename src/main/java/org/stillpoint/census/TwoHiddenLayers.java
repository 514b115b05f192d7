package org.stillpoint.census;

import java.util.stream.IntStream;

/**
 * Decides differentiability with two hidden layers.
 *
 * <p>Let d_j be the direction of the incoming row of unit j of the first hidden layer and e_k that of unit k of the second, with
 * biases if there are any. For sample i, unit j moves by r_ij, which is {@code <d_j, x_i>}, 0 or, on the kink, {@code max(<d_j,
 * x_i>, 0)}, and the pre-activation of unit k by {@code t_ki = <e_k, a_i> + sum over j of u_kj r_ij}, where a_i comes out of the
 * first layer. The one-sided derivative of the loss is a linear function of the outgoing weights' direction plus the sum over i
 * and k of {@code g_i v_k} times t_ki, 0 or, on the kink, {@code max(t_ki, 0)}.
 *
 * <p>The hyperplanes {@code <d_j, x_i> = 0} of the kinks of the first layer cut the directions into finitely many cells: products
 * of {@link Cells}, one a unit, with every e_k. In a cell each t_ki is linear. The derivative is continuous, so it is linear just
 * if it is so in each cell, with the same coefficients in all ({@link Pieces}).
 *
 * <p>In a cell, {@code max(t_ki, 0)} is linear if t_ki has one sign there. It has both if a_i, with its 1, is not 0, as e_k is
 * any. If a_i is 0, then t_ki is the sum of {@code u_kj <d_j, x_i>} over the units j on the kink that become positive in the
 * cell; these products take all positive values, each independently, so t_ki has both signs just if the u_kj have. The others are
 * taken together by lines, as in {@link OneHiddenLayer}, here of linear functions {@code t_ki = m_ki w}: each has a direction in
 * the cell where it is 0 and those of other lines are not. So the derivative is linear in the cell just if the sum of {@code g_i
 * v_k |m_ki|} is 0 for each line, and then {@code t_ki / 2} stands for {@code max(t_ki, 0)}.
 */
final class TwoHiddenLayers implements Differentiability {

    private final Scope scope;
    private final int[][][] cells;

    TwoHiddenLayers(Scope scope) {
        this.scope = scope;
        int subsets = 1 << scope.samples();
        cells = IntStream.range(0, scope.dataSets() / subsets).mapToObj(inputs -> IntStream.range(0, subsets)
                .mapToObj(kinks -> Cells.of(inputs(Samples.of(scope, inputs * subsets)), kinks)).toArray(int[][]::new))
                .toArray(int[][][]::new);
    }

    private int[][] inputs(Samples samples) {
        return IntStream.of(samples.inputs()).mapToObj(scope::input).toArray(int[][]::new);
    }

    @Override
    public boolean holds(Point point, Samples samples) {
        int[][] ofUnits = new int[point.rows()[0].length][];
        boolean smooth = true;
        for (int j = 0; j < ofUnits.length; j++) {
            int kinks = kinks(point, samples, 0, j);
            smooth &= kinks == 0;
            ofUnits[j] = cells[number(samples)][kinks];
        }
        for (int k = 0; k < point.rows()[1].length; k++) {
            smooth &= kinks(point, samples, 1, k) == 0;
        }
        return smooth || new Pieces(scope, point, samples).agree(ofUnits, new int[ofUnits.length], 0);
    }

    private static int kinks(Point point, Samples samples, int layer, int unit) {
        int kinks = 0;
        for (int i = 0; i < samples.size(); i++) {
            kinks |= point.at(samples.inputs()[i]).sum(layer, unit) == 0 ? 1 << i : 0;
        }
        return kinks;
    }

    private int number(Samples samples) {
        int number = 0;
        for (int input : samples.inputs()) {
            number = number * scope.differentInputs() + input;
        }
        return number;
    }
}
