package org.stillpoint.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The searches for counterexamples of the claims of the catalogue. */
public final class Searches {

    private static final List<Search> ALL = Stream.concat(
            Stream.of(QuestionFamilies.ALL, ZeroFamilies.ALL, PartialFamilies.ALL, SymmetryFamilies.ALL,
                    TrueZeroFamilies.ALL, TrueUnitFamilies.ALL, LawFamilies.ALL,
                    KinkFamilies.ALL, UnitFamilies.ALL, HeadFamilies.ALL, BlockFamilies.ALL, RateFamilies.ALL, WidthFamilies.ALL)
                    .flatMap(List::stream)
                    .map(Family::search),
            Stream.of(EveryStart.unitsBecomeMore())).toList();

    /** Claims that are decided by what decides another one, by name of the search. */
    private static final Map<String, String> SHARED =
            Map.of("Q-1", "Q-D", "Q-2", "Q-C", "SYM-6", "Q-4", "SYM-7", "Q-5", "LAW-9", "Q-6-worse");

    private Searches() {
    }

    public static List<Search> all() {
        return ALL;
    }

    /** The search of this name, or the first one for a claim, or the one of another claim that decides it too. */
    public static Optional<Search> find(String id) {
        String name = SHARED.getOrDefault(id, id);
        return ALL.stream().filter(search -> search.name().equals(name) || search.claim().equals(name)).findFirst();
    }

    /** The claims for which there is a search. */
    public static List<String> claims() {
        return Stream.concat(ALL.stream().map(Search::claim), SHARED.keySet().stream().sorted()).distinct().toList();
    }
}
