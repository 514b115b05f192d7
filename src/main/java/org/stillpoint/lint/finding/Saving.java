package org.stillpoint.lint.finding;

/**
 * What taking units away saves.
 *
 * @param parameters how many numbers less there are
 * @param multiplyAdds how many multiplications with additions less there are for one sample; of a convolution, for one place of
 *     its output
 */
public record Saving(long parameters, long multiplyAdds) {

    public static final Saving NONE = new Saving(0, 0);
}
