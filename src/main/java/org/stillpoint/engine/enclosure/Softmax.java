package org.stillpoint.engine.enclosure;

/** {@code a_j = exp(z_j) / sum_k exp(z_k)}, with exponents from about the largest, so that no power is large. */
final class Softmax<T> {

    private final Field<T> field;

    Softmax(Field<T> field) {
        this.field = field;
    }

    void apply(T[] z, T[] values) {
        T shift = shift(z);
        for (int j = 0; j < z.length; j++) {
            values[j] = field.exp(field.subtract(z[j], shift));
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

    /** {@code -sum_k y_k log a_k} for shares y that sum to 1: {@code log(sum_k exp(z_k - c)) + sum_k y_k (c - z_k)} for any c. */
    T crossEntropy(T[] z, T[] y) {
        T shift = shift(z);
        T sum = field.zero();
        T rest = field.zero();
        for (int j = 0; j < z.length; j++) {
            T difference = field.subtract(z[j], shift);
            sum = field.add(sum, field.exp(difference));
            rest = field.subtract(rest, field.multiply(y[j], difference));
        }
        return field.add(field.log(sum), rest);
    }

    private T sum(T[] numbers) {
        T sum = field.zero();
        for (T number : numbers) {
            sum = field.add(sum, number);
        }
        return sum;
    }

    /** About the largest, but a point, so that to subtract it costs nothing. */
    private T shift(T[] z) {
        T largest = z[0];
        for (T number : z) {
            largest = field.seemsLarger(number, largest) ? number : largest;
        }
        return field.middle(largest);
    }
}
