package org.stillpoint.modelfile.tensor;

/**
 * A tensor of a model file.
 *
 * @param name as the file calls it
 * @param type how it is stored, as reports call it: one of {@link ElementType}, or that with how it is quantised
 * @param isFloating whether it is stored in floating point or stands for such numbers, as what is trained is
 */
public record Weights(String name, String type, boolean isFloating, Dimensions dimensions, Entries entries) {

    /** Of plain entries. */
    public static Weights of(String name, ElementType type, Dimensions dimensions, Entries entries) {
        return new Weights(name, type.id(), type.isFloating(), dimensions, entries);
    }
}
