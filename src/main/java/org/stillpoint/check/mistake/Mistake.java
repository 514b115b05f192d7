package org.stillpoint.check.mistake;

import java.util.List;
import java.util.function.Consumer;
import org.stillpoint.domain.Named;

/**
 * A mistake that people make.
 *
 * @param id its name
 * @param says what the program does, in a sentence for a student, without a full stop
 * @param advice what to change, in a sentence without a full stop
 * @param scopes the layers in which it may be made, the likeliest first
 * @param change puts its formulas in the place of the right ones
 */
public record Mistake(String id, String says, String advice, List<Scope> scopes, Consumer<Change> change) implements Named {

    public Mistake {
        scopes = List.copyOf(scopes);
    }

    Formulas in(Scope scope, Formulas next) {
        Change changed = new Change(scope, next);
        change.accept(changed);
        return changed;
    }
}
