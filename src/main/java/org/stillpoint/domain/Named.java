package org.stillpoint.domain;

import java.util.List;
import java.util.stream.Collectors;

/** One of a few things that options and files call by name. */
public interface Named {

    /** The name. */
    String id();

    /**
     * The one with a name.
     *
     * @param what all of them are, in one word
     * @throws DomainException if none has it
     */
    static <T extends Named> T find(String what, List<T> all, String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new DomainException("unknown " + what + " " + ExactNumber.quoted(id) + ", expected one of "
                        + all.stream().map(Named::id).collect(Collectors.joining(", "))));
    }
}
