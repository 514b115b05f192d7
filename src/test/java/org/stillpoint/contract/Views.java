package org.stillpoint.contract;

import static org.stillpoint.contract.Kept.once;

import java.util.Arrays;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.State;

/** What arrays and objects hold, whether they are full, and the entries of lists; an entry outside a list is zero or empty. */
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

    /** What {@code \fresh} says of an object, given those that there were. */
    public static boolean fresh(Set<Object> before, Object object) {
        return object != null && !before.contains(object);
    }

    public static boolean fullVec(BigFraction[] a) {
        return a != null && Arrays.stream(a).allMatch(entry -> entry != null);
    }

    public static boolean fullMat(BigFraction[][] a) {
        return a != null && Arrays.stream(a).allMatch(Views::fullVec);
    }

    public static boolean fullStack(BigFraction[][][] a) {
        return a != null && Arrays.stream(a).allMatch(Views::fullMat);
    }

    public static boolean fullFuns(ActivationFunction[] a) {
        return a != null && Arrays.stream(a).allMatch(entry -> entry != null);
    }

    public static boolean fullParameters(Parameters p) {
        return p != null && fullStack(p.weights) && fullMat(p.biases);
    }

    public static boolean fullState(State s) {
        return s != null && fullParameters(s.parameters) && fullParameters(s.velocity);
    }

    /** The number in a {@code BigFraction}; of other objects a number of which nothing is known. */
    public static BigFraction val(Object x) {
        return once(x instanceof BigFraction number ? number.reduce() : NO_NUMBER);
    }

    public static Vec vals(BigFraction[] a) {
        return Vec.of(a.length, i -> val(a[i]));
    }

    public static Mat mat(BigFraction[][] a) {
        return Mat.of(a.length, i -> vals(a[i]));
    }

    public static Stack stack(BigFraction[][][] a) {
        return Stack.of(a.length, i -> mat(a[i]));
    }

    public static Funs funs(ActivationFunction[] a) {
        return once(Funs.of(a));
    }

    public static Perm perm(int[] a) {
        return once(Perm.of(a));
    }

    public static Stack weights(Parameters p) {
        return stack(p.weights);
    }

    public static Mat biases(Parameters p) {
        return mat(p.biases);
    }

    public static Sta state(State s) {
        return once(new Sta(weights(s.parameters), biases(s.parameters), weights(s.velocity), biases(s.velocity)));
    }

    public static boolean isVec(BigFraction[] a, Vec v) {
        return fullVec(a) && vals(a) == v;
    }

    public static boolean isMat(BigFraction[][] a, Mat m) {
        return fullMat(a) && mat(a) == m;
    }

    public static boolean isStack(BigFraction[][][] a, Stack s) {
        return fullStack(a) && stack(a) == s;
    }

    public static boolean isParameters(Parameters p, Stack w, Mat b) {
        return fullParameters(p) && weights(p) == w && biases(p) == b;
    }

    public static boolean isState(State s, Sta t) {
        return fullState(s) && state(s) == t;
    }

    public static Vec noVec() {
        return NO_VEC;
    }

    public static Mat noMat() {
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

    public static int count(Funs f) {
        return f.count();
    }

    public static Object fn(Funs f, int i) {
        return f.get(i);
    }

    public static int swaps(Perm p) {
        return p.length();
    }

    public static int swapAt(Perm p, int i) {
        return p.at(i);
    }

    public static Sta sta(Stack w, Mat b, Stack vw, Mat vb) {
        return once(new Sta(w, b, vw, vb));
    }

    public static Stack stW(Sta t) {
        return t.w();
    }

    public static Mat stB(Sta t) {
        return t.b();
    }

    public static Stack stVW(Sta t) {
        return t.vw();
    }

    public static Mat stVB(Sta t) {
        return t.vb();
    }

    static BigFraction[] array(Vec v) {
        return v.entries().toArray(BigFraction[]::new);
    }
}
