package org.stillpoint.claims;

import org.stillpoint.domain.DomainException;

/**
 * How much of a claim a piece of evidence decides.
 *
 * @param words {@code all} of the statement; a {@code case}, an instance or a kind of instances that does not decide it for all;
 *     a {@code remark}, which the condition or the reason makes beside the statement; or, in words of its own, one of the parts
 *     of which the statement consists
 */
public record Extent(String words) {

    public static final Extent ALL = new Extent("all");
    public static final Extent CASE = new Extent("case");
    public static final Extent REMARK = new Extent("remark");

    public Extent {
        if (words.isBlank()) {
            throw new DomainException("\"" + words + "\" is no part of a statement, expected words");
        }
    }

    /** Whether it is one of several parts of the statement. */
    public boolean isPart() {
        return !equals(ALL) && !equals(CASE) && !equals(REMARK);
    }

    /** Whether it is all of the statement, or one of its parts. */
    public boolean decides() {
        return equals(ALL) || isPart();
    }

    @Override
    public String toString() {
        return words;
    }
}
