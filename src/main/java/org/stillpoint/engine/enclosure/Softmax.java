package org.stillpoint.engine.enclosure;

/** {@code a_j = exp(z_j) / sum_k exp(z_k)}, by differences to one of the largest, so that no power is large. */
final class Softmax<T> {

    private final Field<T> field;

    Softmax(Field<T> field) {
        this.field = field;
    }

    void apply(T[] z, T[] values) {
        int largest = largest(z);
        for (int j = 0; j < z.length; j++) {
            values[j] = power(z, j, largest);
        }
        T share = field.divide(field.one(), sum(values));
        for (int j = 0; j < z.length; j++) {
            values[j] = field.multiply(values[j], share);
        }
    }

    /** The derivatives by z, from the activations a and the derivatives g by them: {@code a_j (g_j - sum_k a_k g_k)}. */
    void backward(T[] a, T[] g, T[] deltas) {
        T mean = field.dot(null, a, 0, 1, g);
        for (int j = 0; j < a.length; j++) {
            deltas[j] = field.multiply(a[j], field.subtract(g[j], mean));
        }
    }

    /** {@code -sum_k y_k log a_k} for shares y that sum to 1: {@code log(sum_k exp(z_k - z_m)) + sum_k y_k (z_m - z_k)}. */
    T crossEntropy(T[] z, T[] y) {
        int largest = largest(z);
        T sum = field.zero();
        T rest = field.zero();
        for (int j = 0; j < z.length; j++) {
            sum = field.add(sum, power(z, j, largest));
            rest = j == largest ? rest : field.add(rest, field.multiply(y[j], field.subtract(z[largest], z[j])));
        }
        return field.add(field.log(sum), rest);
    }

    private T power(T[] z, int j, int largest) {
        return j == largest ? field.one() : field.exp(field.subtract(z[j], z[largest]));
    }

    private T sum(T[] numbers) {
        T sum = field.zero();
        for (T number : numbers) {
            sum = field.add(sum, number);
        }
        return sum;
    }

    private int largest(T[] z) {
        int largest = 0;
        for (int j = 1; j < z.length; j++) {
            largest = field.seemsLarger(z[j], z[largest]) ? j : largest;
        }
        return largest;
    }
}
