package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;

public final class Vectors {

    private Vectors() {
    }

    public static BigFraction dot(BigFraction[] a, BigFraction[] b) {
        BigFraction sum = BigFractionField.getInstance().getZero();
        for (int i = 0; i < a.length; i++) {
            sum = sum.add(a[i].multiply(b[i]));
        }
        return sum;
    }

    /** u + c v. */
    public static BigFraction[] addScaled(BigFraction[] u, BigFraction c, BigFraction[] v) {
        BigFraction[] sum = new BigFraction[u.length];
        for (int i = 0; i < u.length; i++) {
            sum[i] = u[i].add(c.multiply(v[i]));
        }
        return sum;
    }

    public static BigFraction[] scale(BigFraction c, BigFraction[] v) {
        BigFraction[] product = new BigFraction[v.length];
        for (int i = 0; i < v.length; i++) {
            product[i] = c.multiply(v[i]);
        }
        return product;
    }

    /** Entrywise (Hadamard) product. */
    public static BigFraction[] times(BigFraction[] u, BigFraction[] v) {
        BigFraction[] product = new BigFraction[u.length];
        for (int i = 0; i < u.length; i++) {
            product[i] = u[i].multiply(v[i]);
        }
        return product;
    }

    public static BigFraction[] zeros(int length) {
        BigFraction[] zeros = new BigFraction[length];
        for (int i = 0; i < length; i++) {
            zeros[i] = BigFractionField.getInstance().getZero();
        }
        return zeros;
    }

    public static BigFraction[] activate(ActivationFunction sigma, BigFraction[] z) {
        BigFraction[] a = new BigFraction[z.length];
        for (int i = 0; i < z.length; i++) {
            a[i] = sigma.value(z[i]);
        }
        return a;
    }

    public static BigFraction[] slopes(ActivationFunction sigma, BigFraction kappa, BigFraction[] z) {
        BigFraction[] slopes = new BigFraction[z.length];
        for (int i = 0; i < z.length; i++) {
            slopes[i] = sigma.derivative(z[i], kappa);
        }
        return slopes;
    }
}
