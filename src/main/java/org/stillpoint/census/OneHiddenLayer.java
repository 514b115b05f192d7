package org.stillpoint.census;

/**
 * Decides differentiability with one hidden layer.
 *
 * <p>In a direction that moves the incoming row of unit j by d_j, with its bias if there are biases, the one-sided derivative of
 * the loss is a linear function plus, over all units j and samples i on the kink, the sum of {@code c_ij max(<d_j, x_i>, 0)},
 * where x_i ends with a 1 if there are biases and c_ij is v_j g_i, with v_j the outgoing weight. As {@code max(t, 0) = t/2 +
 * |t|/2}, it is linear just if the sum of {@code c_ij |<d_j, x_i>|} is; that sum is even, so if it is linear it is 0. Units have
 * directions of their own, so it is 0 just if it is for each unit. Take the inputs of a unit that are not 0 together that are
 * multiples of each other, {@code x_i = m_i u}: they add {@code (sum of c_ij |m_i|) |<d_j, u>|}. Different lines have different
 * hyperplanes, and {@code |<d_j, u>|} has a kink at a d_j that lies in its own hyperplane and in no other. So the loss is
 * differentiable just if {@code sum of c_ij |m_i|} is 0 for each unit and line. An input 0, which can be only without biases,
 * adds nothing.
 *
 * <p>Here every m_i is 1 or -1. With biases m_i is 1, and lines are inputs: this is KINK-3.
 */
final class OneHiddenLayer implements Differentiability {

    private static final int HIDDEN = 0;
    private static final int OUTPUT = 1;

    private final int[] lines;

    OneHiddenLayer(Scope scope) {
        lines = new int[scope.differentInputs()];
        for (int x = 0; x < lines.length; x++) {
            lines[x] = line(scope, x);
        }
    }

    /** The least number of an input of the same line, or -1 if the input is 0. */
    private static int line(Scope scope, int x) {
        int[] input = scope.input(x);
        if (Signals.dot(input, input) == 0) {
            return -1;
        }
        int other = 0;
        while (!isParallel(input, scope.input(other))) {
            other++;
        }
        return other;
    }

    private static boolean isParallel(int[] a, int[] b) {
        int product = Signals.dot(a, b);
        return product != 0 && product * product == Signals.dot(a, a) * Signals.dot(b, b);
    }

    @Override
    public boolean holds(Point point, Samples samples) {
        int[][] hidden = point.rows()[HIDDEN];
        for (int j = 0; j < hidden.length; j++) {
            if (point.rows()[OUTPUT][0][j] != 0 && !cancels(point, samples, j)) {
                return false;
            }
        }
        return true;
    }

    private boolean cancels(Point point, Samples samples, int unit) {
        int[] inputs = samples.inputs();
        for (int i = 0; i < inputs.length; i++) {
            int sum = 0;
            for (int k = 0; k < inputs.length; k++) {
                boolean onKink = point.at(inputs[k]).sum(HIDDEN, unit) == 0;
                sum += onKink && lines[inputs[k]] == lines[inputs[i]] ? samples.errors()[k] : 0;
            }
            if (sum != 0 && lines[inputs[i]] >= 0) {
                return false;
            }
        }
        return true;
    }
}
