package org.stillpoint.claims;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stillpoint.domain.DomainException;

/**
 * All the evidence that a claim calls on. What it shows decides the verdict, and by what all of the statement is established.
 *
 * @param all at least one of them decides the statement or, with others, its parts; in the order in which they are shown
 */
public record Grounds(List<Ground> all) {

    public Grounds {
        if (all.isEmpty()) {
            throw new DomainException("no evidence, expected at least one");
        }
        Set<List<Object>> seen = new HashSet<>();
        for (Ground ground : all) {
            require(seen.add(List.of(ground.evidence(), ground.of())), "the same evidence twice of the same, expected each once: "
                    + ground);
            require(ground.establishes() || !ground.of().equals(Extent.REMARK),
                    ground + ", expected a remark that it establishes");
            require(!isExampleOfMore(ground, all),
                    ground + ", which other evidence establishes of more than an example, expected a case");
        }
        all = List.copyOf(all);
        require(parts(all).size() != 1, "a single part of the statement, expected all of it or several parts");
        require(all.stream().anyMatch(ground -> ground.of().decides()),
                "no evidence of all of the statement or of its parts, expected some");
    }

    /**
     * An example establishes that something exists; where other evidence establishes the same of all that there is, it is one
     * case of that.
     */
    private static boolean isExampleOfMore(Ground ground, List<Ground> all) {
        return ground.means() == EstablishedBy.WITNESS && ground.establishes() && ground.of().decides() && all.stream()
                .anyMatch(other -> other.means() != EstablishedBy.WITNESS && other.establishes()
                        && other.of().equals(ground.of()));
    }

    /** The names of the evidence, each once. */
    public List<EvidenceName> evidence() {
        return all.stream().map(Ground::evidence).distinct().toList();
    }

    /**
     * Requires that a verdict follows: a true statement is established and nothing refutes it, a false one is refuted and nothing
     * establishes it or a part of it, and one that depends is established in one part and refuted in another. Remarks decide
     * nothing.
     *
     * @throws DomainException if the verdict does not follow
     */
    void requireThatFollows(Verdict verdict) {
        switch (verdict) {
            case TRUE -> requireNone(verdict, ground -> !ground.establishes());
            case FALSE -> requireNone(verdict, Ground::establishes);
            case CONDITIONAL -> requireBothWays();
        }
    }

    private void requireNone(Verdict verdict, Predicate<Ground> opposed) {
        Stream<Ground> weighing = all.stream().filter(ground -> !ground.of().equals(Extent.REMARK));
        weighing.filter(opposed).findFirst().ifPresent(ground -> {
            throw new DomainException("the verdict is " + verdict.id() + ", but " + ground);
        });
    }

    private void requireBothWays() {
        require(deciding(Extent.ALL).isEmpty(), "the verdict is conditional, but evidence decides all of the statement");
        parts(all).forEach(part -> require(deciding(part).stream().map(Ground::shows).distinct().count() == 1,
                "the verdict is conditional, but evidence both establishes and refutes \"" + part + "\""));
        for (Shows shows : Shows.values()) {
            require(parts(all).stream().anyMatch(part -> deciding(part).get(0).shows() == shows),
                    "the verdict is conditional, but no evidence " + shows.id() + " a part of the statement");
        }
    }

    /**
     * By what all of the statement is decided: each part by the strongest means there is for it, the statement by the weakest of
     * these.
     */
    EstablishedBy establishedBy() {
        List<Extent> parts = parts(all);
        return (parts.isEmpty() ? Stream.of(Extent.ALL) : parts.stream())
                .map(part -> deciding(part).stream().map(Ground::means).min(Comparator.naturalOrder()).orElseThrow())
                .max(Comparator.naturalOrder()).orElseThrow();
    }

    private static List<Extent> parts(List<Ground> all) {
        return all.stream().map(Ground::of).filter(Extent::isPart).distinct().toList();
    }

    /** The evidence that decides some part, also as what decides all of the statement. */
    private List<Ground> deciding(Extent part) {
        return all.stream().filter(ground -> ground.of().equals(part) || ground.of().equals(Extent.ALL)).toList();
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new DomainException(problem);
        }
    }
}
