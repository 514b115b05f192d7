package org.stillpoint.teaching.paper;

import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Vector;

/**
 * A value with its name.
 *
 * @param symbols the name, as LaTeX
 * @param value rows of numbers; a single number is shown without brackets
 */
public record Quantity(String symbols, Matrix value) {

    /** A single number. */
    public static Quantity of(String symbols, BigFraction value) {
        return new Quantity(symbols, Matrix.of(Vector.of(value)));
    }

    /** A column. */
    public static Quantity column(String symbols, Vector value) {
        return new Quantity(symbols, new Matrix(value.entries().stream().map(Vector::of).toList()));
    }

    /** Whether it is one number. */
    public boolean isNumber() {
        return value.rowCount() == 1 && value.columns() == 1;
    }

    /** A number as LaTeX, such as {@code \frac{1}{2}}; a negative one in braces, so that its sign is no difference. */
    public static String number(BigFraction value) {
        if (value.signum() < 0) {
            return "{-" + number(value.negate()) + "}";
        }
        String written = ExactNumber.write(value);
        int slash = written.indexOf('/');
        return slash < 0 ? written : "\\frac{" + written.substring(0, slash) + "}{" + written.substring(slash + 1) + "}";
    }

    /** Numbers on a line, as in {@code (1, \frac{1}{2})}; a single one without brackets. */
    public static String tuple(Vector vector) {
        return vector.size() == 1 ? number(vector.get(0)) : tuple(vector.entries());
    }

    private static String tuple(List<BigFraction> entries) {
        return entries.stream().map(Quantity::number).collect(Collectors.joining(", ", "(", ")"));
    }
}
