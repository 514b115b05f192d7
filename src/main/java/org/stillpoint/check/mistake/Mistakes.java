package org.stillpoint.check.mistake;

import java.util.List;
import java.util.stream.Stream;

/** Every mistake that is known here. */
public final class Mistakes {

    private static final List<Mistake> ALL = Stream.of(SlopeMistakes.all(), DeltaMistakes.all(), InputMistakes.all(),
            GradientMistakes.all(), LossMistakes.all(), ForwardMistakes.all(), TrainingMistakes.all())
            .flatMap(List::stream).toList();

    private Mistakes() {
    }

    /** In the order in which they are tried, the likeliest first. */
    public static List<Mistake> all() {
        return ALL;
    }
}
