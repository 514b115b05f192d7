package org.stillpoint.check.mistake;

import java.util.List;
import org.stillpoint.check.rounding.Rounded;

/** Mistakes with the slope of an activation. */
final class SlopeMistakes {

    private static final List<Scope> ANYWHERE = List.of(Scope.ALL, Scope.HIDDEN, Scope.LAST, Scope.FIRST);

    private SlopeMistakes() {
    }

    static List<Mistake> all() {
        return List.of(
                new Mistake("activation-slope-left-out",
                        "The derivative of the activation is left out of the delta",
                        "Multiply what comes down by sigma'(z) before dW, db and the delta below",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) -> Rounded.ONE)),
                new Mistake("slope-at-activation",
                        "The derivative of the activation is taken at the activation a, not at the pre-activation z",
                        "Evaluate sigma' at z, or use the formula that is written for a, such as a (1 - a)",
                        ANYWHERE, change -> change.slope((next, p, i, l, j) ->
                                Curves.slope(p, p.activation(l), p.a(i, l, j)))));
    }
}
