package org.stillpoint.attack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.arbitraries.Situations;
import org.stillpoint.claims.Condition;

/** Situations of which nothing is known but that some conditions hold. */
final class Impositions {

    private static final int REDRAWN = 10_000;

    private Impositions() {
    }

    static boolean hold(List<Condition> conditions, Situation situation) {
        return conditions.stream().allMatch(condition -> of(condition).holds().test(situation));
    }

    /** @throws IllegalStateException if no situation is found that meets the conditions */
    static Situation draw(List<Condition> conditions, Situations draws) {
        for (int i = 0; i < REDRAWN; i++) {
            Optional<Situation> drawn = Optional.of(imposed(conditions, draws)).filter(s -> hold(conditions, s))
                    .flatMap(Situations::cut);
            if (drawn.isPresent()) {
                return drawn.get();
            }
        }
        throw new IllegalStateException("no situation found that meets " + conditions);
    }

    private static Situation imposed(List<Condition> conditions, Situations draws) {
        Situation situation = draws.draw();
        for (Condition condition : conditions) {
            situation = of(condition).impose().apply(situation, draws);
        }
        return situation;
    }

    static Imposition of(Condition condition) {
        return Stream.of(NetworkConditions.ALL, StartConditions.ALL, TrainingConditions.ALL)
                .map(conditions -> conditions.get(condition)).filter(imposition -> imposition != null).findFirst()
                .orElseThrow(() -> new IllegalStateException("no way to impose " + condition.id()));
    }
}
