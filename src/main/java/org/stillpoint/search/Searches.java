package org.stillpoint.search;

import java.util.List;
import java.util.stream.Stream;

/** The searches for counterexamples of the claims of the catalogue. */
public final class Searches {

    private static final List<Search> ALL = Stream.concat(
            Stream.of(QuestionFamilies.ALL, ZeroFamilies.ALL, PartialFamilies.ALL, SymmetryFamilies.ALL,
                    KinkFamilies.ALL, UnitFamilies.ALL, HeadFamilies.ALL, BlockFamilies.ALL, RateFamilies.ALL, WidthFamilies.ALL).flatMap(List::stream)
                    .map(Family::search),
            Stream.of(EveryStart.unitsBecomeMore())).toList();

    private Searches() {
    }

    public static List<Search> all() {
        return ALL;
    }
}
