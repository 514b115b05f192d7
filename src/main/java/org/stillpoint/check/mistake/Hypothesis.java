package org.stillpoint.check.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.rounding.FloatFormat;

/**
 * That a program makes these mistakes and no others, in this order of the one upon the other; none at all: that it is right.
 *
 * @param made each with its layers
 */
public record Hypothesis(List<Made> made) {

    /** The program is right. */
    public static final Hypothesis RIGHT = new Hypothesis(List.of());

    /** A mistake in some layers. */
    public record Made(Mistake mistake, Scope scope) {

        @Override
        public String toString() {
            return mistake.id() + " in " + scope.id();
        }
    }

    public Hypothesis {
        made = List.copyOf(made);
    }

    /** The same with one mistake more. */
    public Hypothesis and(Mistake mistake, Scope scope) {
        List<Made> more = new ArrayList<>(made);
        more.add(new Made(mistake, scope));
        return new Hypothesis(more);
    }

    /** How the program calculates that declares this arithmetic. */
    Elementary in(Elementary declared) {
        boolean single = made.stream().anyMatch(one -> one.mistake() == Mistakes.singlePrecision());
        return single ? new Elementary(FloatFormat.FLOAT32, declared.ulps()) : declared;
    }

    Formulas formulas() {
        Formulas formulas = RightFormulas.RIGHT;
        for (Made one : made) {
            formulas = one.mistake().in(one.scope(), formulas);
        }
        return formulas;
    }

    @Override
    public String toString() {
        return made.isEmpty() ? "right" : made.stream().map(Made::toString).collect(Collectors.joining(" and "));
    }
}
