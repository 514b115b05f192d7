package org.stillpoint.search;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;

/** How the networks of a claim of one's own start. */
sealed interface OwnStart permits NamedStart, WrittenStart {

    /** Whether a network of these widths can start so. */
    boolean suits(List<Integer> widths);

    /** How many numbers are drawn for a network of widths that suit. */
    int numbers(List<Integer> widths);

    /** The network made of these numbers, none of which is 0; none if one of them is not to be drawn. */
    Optional<Network> network(List<Integer> widths, List<BigFraction> numbers);
}
