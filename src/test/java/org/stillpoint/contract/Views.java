package org.stillpoint.contract;

import static org.stillpoint.contract.Kept.once;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/** Numbers, and the entries of lists; an entry outside a list is zero or empty. */
public final class Views {

    private static final BigFraction NO_NUMBER = new BigFraction(7, 3);
    private static final Vec NO_VEC = Vec.of(0, i -> BigFraction.ZERO);
    private static final Mat NO_MAT = Mat.of(0, i -> NO_VEC);

    private Views() {
    }

    /** What {@code \forall int k; 0 <= k && k < n} says. */
    public static boolean forAll(int n, IntPredicate holds) {
        return IntStream.range(0, n).allMatch(holds);
    }

    /** What {@code \forall int k; m <= k && k < n} says. */
    public static boolean forAll(int m, int n, IntPredicate holds) {
        return IntStream.range(m, n).allMatch(holds);
    }

    /** What {@code \fresh} says of an object, given those that there were. */
    public static boolean fresh(Set<Object> before, Object object) {
        return object != null && !before.contains(object);
    }

    /** The number in a {@code BigFraction}; of other objects a number of which nothing is known. */
    public static BigFraction val(Object x) {
        return once(x instanceof BigFraction number ? number.reduce() : NO_NUMBER);
    }

    public static Vec emptyVec() {
        return NO_VEC;
    }

    public static Mat emptyMat() {
        return NO_MAT;
    }

    public static int len(Vec v) {
        return v.entries().size();
    }

    public static int rows(Mat m) {
        return m.entries().size();
    }

    public static int depth(Stack s) {
        return s.entries().size();
    }

    public static BigFraction at(Vec v, int i) {
        return 0 <= i && i < len(v) ? v.entries().get(i) : Values.qZero();
    }

    public static Vec row(Mat m, int i) {
        return 0 <= i && i < rows(m) ? m.entries().get(i) : NO_VEC;
    }

    public static Mat layer(Stack s, int i) {
        return 0 <= i && i < depth(s) ? s.entries().get(i) : NO_MAT;
    }

    public static int count(Activations f) {
        return f.count();
    }

    public static Object activationAt(Activations f, int i) {
        return f.get(i);
    }

    public static int swaps(Perm p) {
        return p.length();
    }

    public static int swapAt(Perm p, int i) {
        return p.at(i);
    }

    public static TrainingState trainingState(Stack w, Mat b, Stack vw, Mat vb) {
        return once(new TrainingState(w, b, vw, vb));
    }

    public static Stack weightsOf(TrainingState t) {
        return t.w();
    }

    public static Mat biasesOf(TrainingState t) {
        return t.b();
    }

    public static Stack velocityOfWeights(TrainingState t) {
        return t.vw();
    }

    public static Mat velocityOfBiases(TrainingState t) {
        return t.vb();
    }

    static Vec vec(BigFraction[] numbers) {
        return Vec.of(numbers.length, i -> val(numbers[i]));
    }

    static BigFraction[] array(Vec v) {
        return v.entries().toArray(BigFraction[]::new);
    }
}
