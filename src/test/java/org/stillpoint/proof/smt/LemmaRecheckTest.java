package org.stillpoint.proof.smt;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.rules.KeyTerm;

/**
 * The facts about values behind the theorems, at sizes from 1 to 4 and over the real numbers: that one of them fails for some
 * numbers is contradictory. What {@code dot}, {@code affine}, {@code relu} and the like are is taken from the definitions of the
 * theory.
 */
@Tag("proof")
class LemmaRecheckTest {

    private static final int LARGEST = 4;
    private static final Map<String, String> NUMBERS = Map.of("g", "Q", "c", "Q", "d", "Q", "r", "Q", "b", "Q", "q", "Q", "z",
            "Q");

    private static final String NO_MARGIN_ABOVE_ONE =
            "qSignum(qAdd(qOne, qNeg(qMul(at(row(L, %1$d), 0), outputAt(c, r, unitAt(u, b, row(W, %1$d))))))) >= 0";
    private static final String FALL_OF_THE_HINGE_LOSS =
            "qAdd(nearLoss(qZero, r, u, b, W, L, %1$d), qNeg(nearLoss(c, r, u, b, W, L, %1$d)))"
            + " = outputAt(c, r, correlation(u, b, W, L, %1$d))";

    /** A statement about vectors u, v, x, y of one length n, an n by n matrix W and a matrix L with n rows and one column. */
    private record Lemma(List<String> assumed, String claimed) {
    }

    @TestFactory
    Stream<DynamicTest> theDotProductWithAVectorOfZerosIsZero() {
        return atEachSize("a dot product with zeros is zero",
                n -> new Lemma(each(n, "at(u, %1$d) = qZero"), "dot(u, x, " + n + ") = qZero"));
    }

    @TestFactory
    Stream<DynamicTest> equalVectorsHaveEqualDotProducts() {
        return atEachSize("equal vectors have equal dot products", n ->
                new Lemma(each(n, "at(u, %1$d) = at(v, %1$d)"), "dot(u, x, " + n + ") = dot(v, x, " + n + ")"));
    }

    @TestFactory
    Stream<DynamicTest> everyPermutationOfBothVectorsKeepsADotProduct() {
        return IntStream.rangeClosed(1, LARGEST).boxed().flatMap(n -> permutations(n).stream().map(p ->
                unsatisfiable("a dot product keeps its value under the permutation " + p, n, new Lemma(
                        permuted(p, "at(v, %1$d) = at(u, %2$d)", "at(y, %1$d) = at(x, %2$d)"),
                        "dot(u, x, " + n + ") = dot(v, y, " + n + ")"))));
    }

    @TestFactory
    Stream<DynamicTest> everyPermutationOfHiddenUnitsKeepsTheOutput() {
        return IntStream.rangeClosed(1, LARGEST).boxed().flatMap(n -> permutations(n).stream().map(p ->
                unsatisfiable("the output keeps its value under the permutation of hidden units " + p, n, new Lemma(
                        permuted(p, "at(v, %1$d) = at(u, %2$d)", "at(y, %1$d) = relu(dot(row(W, %2$d), x, " + n + "))"),
                        sum(n, "qMul(at(u, %1$d), relu(dot(row(W, %1$d), x, " + n + ")))") + " = dot(v, y, " + n + ")"))));
    }

    @TestFactory
    Stream<DynamicTest> theOrderOfTwoSumsCanBeExchanged() {
        return atEachSize("forward and backward are transposes of each other", n -> new Lemma(List.of(),
                "dot(u, affine(W, zeroVec(0), x), " + n + ") = dot(affine(transpose(W, " + n + "), zeroVec(0), u), x, " + n
                + ")"));
    }

    @TestFactory
    Stream<DynamicTest> aDotProductIsLinear() {
        return atEachSize("a dot product is linear",
                n -> new Lemma(List.of(), "dot(u, plusScaled(v, c, x), " + n + ") = qAdd(dot(u, v, " + n
                + "), qMul(c, dot(u, x, " + n + ")))"));
    }

    @TestFactory
    Stream<DynamicTest> eulersIdentityHoldsForTheWeightsOfOneUnitAlsoAtAKink() {
        String z = "dot(u, x, %1$d)";
        return atEachSize("Euler's identity for the incoming weights of a unit", n -> new Lemma(List.of(), String.format(
                "dot(u, scaled(qMul(g, reluSlope(c, " + z + ")), x), %1$d) = qMul(g, relu(" + z + "))", n)));
    }

    @TestFactory
    Stream<DynamicTest> eulersIdentityHoldsForTheUnitsOfALayer() {
        return atEachSize("Euler's identity summed over the units of a layer", n -> new Lemma(List.of(),
                sum(n, "qMul(at(u, %1$d), qMul(reluSlope(c, at(x, %1$d)), at(x, %1$d)))") + " = "
                + sum(n, "qMul(at(u, %1$d), relu(at(x, %1$d)))")));
    }

    @TestFactory
    Stream<DynamicTest> aNeuronIsBalanced() {
        String z = "qAdd(dot(u, x, %1$d), b)";
        return atEachSize("balancedness of a neuron", n -> new Lemma(List.of(), String.format(
                "qAdd(dot(u, scaled(qMul(qMul(g, r), reluSlope(c, " + z + ")), x), %1$d), qMul(b, qMul(qMul(g, r), reluSlope(c, "
                + z + "))))"
                        + " = qMul(r, qMul(g, relu(" + z + ")))", n)));
    }

    @TestFactory
    Stream<DynamicTest> aStepChangesTheBalanceByTheSquareOfTheRate() {
        return atEachSize("a step changes the balance by the square of the rate", n -> new Lemma(
                List.of("dot(u, v, " + n + ") = qMul(r, c)"),
                "dot(plusScaled(u, qNeg(d), v), plusScaled(u, qNeg(d), v), " + n + ") - (r - d * c) * (r - d * c)"
                        + " = dot(u, u, " + n + ") - r * r + d * d * (dot(v, v, " + n + ") - c * c)"));
    }

    @TestFactory
    Stream<DynamicTest> aConstantOutputIsRightOnHalfOfABalancedDataSet() {
        return IntStream.rangeClosed(1, LARGEST).mapToObj(n -> {
            List<String> balanced = new ArrayList<>(each(2 * n, "at(u, %1$d) = qOne | at(u, %1$d) = qNeg(qOne)"));
            balanced.add(sum(2 * n, "at(u, %1$d)") + " = qZero");
            balanced.add("c != qZero");
            String right = IntStream.range(0, 2 * n)
                    .mapToObj(i -> "(\\if(qSignum(at(u, " + i + ")) = qSignum(c)) \\then(1) \\else(0))")
                    .reduce((a, b) -> a + " + " + b).orElseThrow();
            return unsatisfiable("a constant output is right on half of balanced data", 2 * n,
                    new Lemma(balanced, right + " = " + n));
        });
    }

    @TestFactory
    Stream<DynamicTest> theHingeLossFallsByTheCorrelationWhileNoMarginIsAboveOne() {
        return atEachSize("the hinge loss falls by the correlation", n -> {
            List<String> assumed = new ArrayList<>(each(n, NO_MARGIN_ABOVE_ONE));
            assumed.add("qSignum(c) = 1");
            return new Lemma(assumed, String.format(FALL_OF_THE_HINGE_LOSS, n));
        });
    }

    @Test
    void aWrongLemmaIsFoundOut() {
        assertThat(negation(2, new Lemma(List.of(), "dot(u, x, 2) = qZero"))).isEqualTo(Status.SATISFIABLE);
        assertThat(negation(2, new Lemma(List.of("at(v, 0) = at(u, 1)", "at(v, 1) = at(u, 0)"), "dot(u, x, 2) = dot(v, x, 2)")))
                .isEqualTo(Status.SATISFIABLE);
        assertThat(negation(2, new Lemma(List.of("qSignum(c) = 1"), String.format(FALL_OF_THE_HINGE_LOSS, 2))))
                .isEqualTo(Status.SATISFIABLE);
        assertThat(negation(1, new Lemma(List.of(), "reluSlope(c, z) = reluSlope(d, z)"))).isEqualTo(Status.SATISFIABLE);
        assertThat(negation(2, new Lemma(List.of(), "dot(u, affine(W, zeroVec(0), x), 2) = dot(affine(W, zeroVec(0), u), x, 2)")))
                .isEqualTo(Status.SATISFIABLE);
    }

    private static Stream<DynamicTest> atEachSize(String name, IntFunction<Lemma> lemma) {
        return IntStream.rangeClosed(1, LARGEST).mapToObj(n -> unsatisfiable(name, n, lemma.apply(n)));
    }

    private static DynamicTest unsatisfiable(String name, int size, Lemma lemma) {
        String full = name + ", size " + size;
        return DynamicTest.dynamicTest(full, () -> Recheck.record(full, Status.UNSATISFIABLE, () -> negation(size, lemma)));
    }

    /** Whether the lemma can fail at a size. */
    private static Status negation(int size, Lemma lemma) {
        Unrolling unrolling = new Unrolling().matrix("W", size, size).matrix("L", size, 1);
        List.of("u", "v", "x", "y").forEach(vector -> unrolling.vector(vector, size));
        List<KeyTerm> formulas = new ArrayList<>(lemma.assumed().stream().map(unrolling::unroll).toList());
        formulas.add(KeyTerm.of("!", unrolling.unroll(lemma.claimed())));
        try (Z3 z3 = new Z3(NUMBERS)) {
            return z3.check(formulas);
        }
    }

    private static String sum(int terms, String term) {
        return each(terms, term).stream().reduce("qZero", (sum, next) -> "qAdd(" + sum + ", " + next + ")");
    }

    private static List<String> each(int terms, String term) {
        return IntStream.range(0, terms).mapToObj(i -> String.format(term, i)).toList();
    }

    private static List<String> permuted(List<Integer> permutation, String... terms) {
        return Stream.of(terms).flatMap(term -> IntStream.range(0, permutation.size())
                .mapToObj(i -> String.format(term, i, permutation.get(i)))).toList();
    }

    private static List<List<Integer>> permutations(int n) {
        if (n == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> permutations = new ArrayList<>();
        for (List<Integer> shorter : permutations(n - 1)) {
            for (int place = 0; place < n; place++) {
                List<Integer> longer = new ArrayList<>(shorter);
                longer.add(place, n - 1);
                permutations.add(List.copyOf(longer));
            }
        }
        return permutations;
    }
}
