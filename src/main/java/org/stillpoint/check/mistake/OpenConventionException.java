package org.stillpoint.check.mistake;

import java.util.Arrays;

/** What is asked depends on a convention that is open. */
public final class OpenConventionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** One for each, as they are thrown often and nobody reads where from. */
    private static final OpenConventionException[] ALL =
            Arrays.stream(Convention.values()).map(OpenConventionException::new).toArray(OpenConventionException[]::new);

    private final transient Convention convention;

    private OpenConventionException(Convention convention) {
        super(convention.id(), null, false, false);
        this.convention = convention;
    }

    static OpenConventionException of(Convention convention) {
        return ALL[convention.ordinal()];
    }

    public Convention convention() {
        return convention;
    }
}
