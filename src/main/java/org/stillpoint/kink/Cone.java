package org.stillpoint.kink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kink.Form.Linear;

/**
 * Finds a direction in which each of some linear functions is positive, exactly. There is one just if no sum of the functions
 * with factors {@code y >= 0} that add up to 1 is the zero function (Gordan). Such factors are looked for with the simplex
 * method, by Bland's rule; where there are none, the multipliers of its last tableau are the direction.
 */
final class Cone {

    private final List<Linear> functions;
    private final List<Integer> parameters;

    /** One row for each parameter and one for the sum of the factors, then the costs; columns: factors, slacks, right side. */
    private final BigFraction[][] tableau;
    private final int[] basis;

    private Cone(List<Linear> functions) {
        this.functions = functions;
        this.parameters = parameters(functions);
        this.basis = new int[parameters.size() + 1];
        this.tableau = new BigFraction[basis.length + 1][functions.size() + basis.length + 1];
        fill();
    }

    /** The entries of the direction that are not 0; empty if there is none. */
    static Optional<Linear> inside(List<Linear> functions) {
        return functions.isEmpty() ? Optional.of(Linear.ZERO) : new Cone(functions).solve();
    }

    private static List<Integer> parameters(List<Linear> functions) {
        TreeSet<Integer> used = new TreeSet<>();
        functions.forEach(function -> used.addAll(function.factors().keySet()));
        return new ArrayList<>(used);
    }

    /** Of how many entries of tableaus that is, if each function enters the basis once. */
    static long work(List<Linear> functions) {
        long rows = parameters(functions).size() + 1L;
        return functions.size() * rows * (functions.size() + rows);
    }

    private void fill() {
        int right = functions.size() + basis.length;
        for (int i = 0; i < basis.length; i++) {
            basis[i] = functions.size() + i;
            for (int j = 0; j <= right; j++) {
                tableau[i][j] = j == basis[i] ? BigFraction.ONE : BigFraction.ZERO;
            }
            for (int j = 0; j < functions.size(); j++) {
                tableau[i][j] = i == parameters.size() ? BigFraction.ONE
                        : functions.get(j).factors().getOrDefault(parameters.get(i), BigFraction.ZERO);
            }
        }
        tableau[parameters.size()][right] = BigFraction.ONE;
        for (int j = 0; j <= right; j++) {
            BigFraction cost = BigFraction.ZERO;
            for (int i = 0; i < basis.length; i++) {
                cost = cost.subtract(tableau[i][j]);
            }
            tableau[basis.length][j] = j >= functions.size() && j < right ? BigFraction.ZERO : cost;
        }
    }

    private Optional<Linear> solve() {
        for (int entering = entering(); entering >= 0; entering = entering()) {
            pivot(leaving(entering), entering);
        }
        BigFraction[] costs = tableau[basis.length];
        if (costs[costs.length - 1].signum() == 0) {
            return Optional.empty();
        }
        SortedMap<Integer, BigFraction> direction = new TreeMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            BigFraction entry = costs[functions.size() + i].subtract(BigFraction.ONE);
            if (entry.signum() != 0) {
                direction.put(parameters.get(i), entry);
            }
        }
        return Optional.of(new Linear(direction));
    }

    private int entering() {
        for (int j = 0; j < functions.size(); j++) {
            if (tableau[basis.length][j].signum() < 0) {
                return j;
            }
        }
        return -1;
    }

    private int leaving(int entering) {
        int right = tableau[0].length - 1;
        int best = -1;
        for (int i = 0; i < basis.length; i++) {
            if (tableau[i][entering].signum() > 0) {
                int order = best < 0 ? -1 : tableau[i][right].divide(tableau[i][entering])
                        .compareTo(tableau[best][right].divide(tableau[best][entering]));
                best = order < 0 || order == 0 && basis[i] < basis[best] ? i : best;
            }
        }
        return best;
    }

    private void pivot(int row, int column) {
        BigFraction pivot = tableau[row][column];
        for (int j = 0; j < tableau[row].length; j++) {
            tableau[row][j] = tableau[row][j].divide(pivot);
        }
        for (int i = 0; i < tableau.length; i++) {
            BigFraction factor = tableau[i][column];
            for (int j = 0; i != row && factor.signum() != 0 && j < tableau[i].length; j++) {
                tableau[i][j] = tableau[i][j].subtract(factor.multiply(tableau[row][j]));
            }
        }
        basis[row] = column;
    }
}
