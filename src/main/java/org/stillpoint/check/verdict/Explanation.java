package org.stillpoint.check.verdict;

import java.util.List;
import org.stillpoint.check.mistake.Hypothesis;

/**
 * Mistakes that give the answers of a program.
 *
 * @param group hypotheses that give the same answers to every case, the simplest first; at least one
 * @param explains the wrong cases whose answers they give
 * @param of the wrong cases
 */
public record Explanation(List<Hypothesis> group, int explains, int of) {

    public Explanation {
        group = List.copyOf(group);
    }

    public Hypothesis simplest() {
        return group.get(0);
    }
}
