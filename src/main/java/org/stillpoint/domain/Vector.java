package org.stillpoint.domain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/** At least one exact rational, in order. */
public record Vector(List<BigFraction> entries) {

    /** @throws DomainException if there is no entry, or one of a subclass of BigFraction */
    public Vector {
        entries = List.copyOf(entries);
        entries.forEach(ExactNumber::requirePlain);
        if (entries.isEmpty()) {
            throw new DomainException("an empty vector, expected at least one number");
        }
    }

    public static Vector of(BigFraction... entries) {
        return new Vector(Arrays.asList(entries));
    }

    /**
     * The vector of these exact literals, such as {@code 1/2}.
     *
     * @throws DomainException if one of them is not an exact number
     */
    public static Vector of(String... literals) {
        return new Vector(Stream.of(literals).map(ExactNumber::parse).toList());
    }

    /** The vector with the same value in every entry; size from 1. */
    public static Vector constant(int size, BigFraction value) {
        return new Vector(Stream.generate(() -> value).limit(size).toList());
    }

    public static Vector zeros(int size) {
        return constant(size, BigFraction.ZERO);
    }

    /** Whether every entry is 0. */
    public boolean isZero() {
        return entries.stream().allMatch(entry -> entry.signum() == 0);
    }

    public int size() {
        return entries.size();
    }

    /** Entry i, counted from 0. */
    public BigFraction get(int i) {
        return entries.get(i);
    }

    @Override
    public String toString() {
        return entries.stream().map(ExactNumber::write).collect(Collectors.joining(", ", "[", "]"));
    }
}
