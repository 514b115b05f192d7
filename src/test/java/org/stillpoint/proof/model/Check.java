package org.stillpoint.proof.model;

import de.uka.ilkd.key.logic.Term;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A statement tried on values from all scenes, half of the time from those in which what it assumes has come true, and one
 * side of an equivalence.
 *
 * @param tries how many there were
 * @param assumed in how many of them what the statement assumes was true
 * @param oneSided the conditions of {@code \if} that were always true, or always false, and an equivalence whose sides were
 * @param counterexample values of which the statement is false, empty if none were found
 */
public record Check(Statement statement, int tries, int assumed, List<String> oneSided, Map<String, Object> counterexample) {

    /** There are so many tries of each statement. */
    static final int TRIES = 72;
    /** There are more, until what is assumed has been true so often and each {@code \if} went both ways. */
    public static final int ASSUMED = 24;
    private static final int TRIES_OF_A_WORLD = 3;
    static final int MOST = 12_000;

    /** What has been seen so far. */
    private static final class Seen {

        private final Statement statement;
        private final Map<Scene, Integer> successes = new EnumMap<>(Scene.class);
        private final Map<Term, Set<Boolean>> branches = new HashMap<>();
        private final Set<Boolean> sides = new HashSet<>();
        private int tries;
        private int assumed;

        Seen(Statement statement) {
            this.statement = statement;
        }

        boolean isEnough() {
            return tries >= MOST || tries >= TRIES && assumed >= ASSUMED && oneSided(statement, branches, sides).isEmpty();
        }

        /** Whether an equivalence was seen with one truth value for long: scenes that gave it that are no better than others. */
        boolean isOneSided() {
            return tries >= TRIES && statement.isEquivalence() && sides.size() < 2;
        }

        /** Whether the statement is true of the values of a trial. */
        boolean isTrue(Trial trial, Scene scene) {
            tries++;
            boolean assumptionsHold = trial.assumptionsHold();
            if (assumptionsHold) {
                assumed++;
            }
            boolean isEquivalence = statement.isEquivalence();
            if (isEquivalence) {
                sides.add(trial.sideHolds());
            }
            if (assumptionsHold && (!isEquivalence || trial.sideHolds())) {
                successes.merge(scene, 1, Integer::sum);
            }
            return trial.isTrue((condition, value) -> branches.computeIfAbsent(condition, any -> new HashSet<>()).add(value));
        }
    }

    /** @param seed the same one gives the same tries */
    public static Check of(Statement statement, long seed) {
        Draw draw = new Draw(seed);
        Seen seen = new Seen(statement);
        while (!seen.isEnough()) {
            Scene scene = scene(seen, draw);
            World world = scene.world(draw);
            for (int n = 0; n < TRIES_OF_A_WORLD; n++) {
                Trial trial = new Trial(statement, world);
                if (!seen.isTrue(trial, scene)) {
                    return new Check(statement, seen.tries, seen.assumed, List.of(), trial.values());
                }
            }
        }
        return new Check(statement, seen.tries, seen.assumed, oneSided(statement, seen.branches, seen.sides), Map.of());
    }

    private static Scene scene(Seen seen, Draw draw) {
        int chosen = seen.isOneSided() || draw.oneIn(2) ? 0
                : seen.successes.values().stream().mapToInt(Integer::intValue).sum();
        int left = chosen == 0 ? 0 : draw.between(1, chosen);
        for (Map.Entry<Scene, Integer> success : seen.successes.entrySet()) {
            left -= success.getValue();
            if (chosen > 0 && left <= 0) {
                return success.getKey();
            }
        }
        return draw.of(draw.oneIn(2) ? Scene.about(seen.statement) : List.of(Scene.values()));
    }

    private static List<String> oneSided(Statement statement, Map<Term, Set<Boolean>> branches, Set<Boolean> sides) {
        List<String> oneSided = new ArrayList<>();
        statement.branches().stream().filter(branch -> branches.getOrDefault(branch, Set.of()).size() < 2)
                .forEach(branch -> oneSided.add("\\if(" + branch.sub(0) + ") was only "
                        + branches.getOrDefault(branch, Set.of())));
        if (statement.isEquivalence() && sides.size() < 2) {
            oneSided.add(statement.wishes().get(0).formula() + " was only " + sides);
        }
        return oneSided;
    }

    public boolean holds() {
        return counterexample.isEmpty();
    }
}
