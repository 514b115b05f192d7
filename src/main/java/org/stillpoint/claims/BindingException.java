package org.stillpoint.claims;

import java.util.List;

/** Claims whose evidence is unknown, did not run or did not pass; one line a problem. */
public final class BindingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public BindingException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
