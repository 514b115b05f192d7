package org.stillpoint.lint.finding;

/**
 * What taking units away saves.
 *
 * @param parameters how many numbers less there are: incoming weights, biases and all else that there is for each unit, and the
 *     weights of the layers that read them
 * @param multiplyAdds how many multiplications with additions less there are, one for each weight of a matrix or kernel: for one
 *     sample; of a convolution, for one place of its output. Biases and factors of units are not counted
 */
public record Saving(long parameters, long multiplyAdds) {

    public static final Saving NONE = new Saving(0, 0);

    public boolean isNone() {
        return equals(NONE);
    }

    public Saving plus(Saving other) {
        return new Saving(parameters + other.parameters, multiplyAdds + other.multiplyAdds);
    }
}
