package org.stillpoint.graph.certificate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stillpoint.graph.certificate.Explanation.Step;

/**
 * Chooses the shortest explanation: within a training step each fact is derived in as few steps as can be from what holds at
 * its beginning (the steps of its tree counted, where equal ones are counted again; of two equally short ones that which the
 * operations declare with the earlier operands). What holds at the beginning is explained after that, breadth first, each
 * once.
 */
final class Explainer {

    /** Longer ones are taken to be equally long. */
    private static final long LONGEST = Long.MAX_VALUE / 8;

    private final Derivations derivations;
    private final Map<Fact, Choice> choices = new HashMap<>();

    /**
     * The shortest way to a fact.
     *
     * @param length of all that it takes
     */
    private record Choice(Step step, long length) {
    }

    Explainer(Derivations derivations) {
        this.derivations = derivations;
    }

    /** Why a fact of the certificate holds. */
    Explanation explain(Fact fact) {
        List<Step> steps = new ArrayList<>();
        Set<Fact> explained = new HashSet<>(Set.of(fact));
        Deque<Fact> later = new ArrayDeque<>(List.of(fact));
        while (!later.isEmpty()) {
            explainInAStep(later.remove(), steps, explained, later);
        }
        return new Explanation(steps);
    }

    /** How many steps it takes to derive a fact from the beginning of a training step; what is given there takes one. */
    long length(Fact fact) {
        return derivations.isGivenInAStep(fact) ? 1 : choose(fact).length();
    }

    private void explainInAStep(Fact goal, List<Step> steps, Set<Fact> explained, Deque<Fact> later) {
        Deque<Fact> open = new ArrayDeque<>(List.of(goal));
        while (!open.isEmpty()) {
            Step step = choose(open.pop()).step();
            steps.add(step);
            for (int i = step.because().size() - 1; i >= 0; i--) {
                Fact because = step.because().get(i);
                if (!derivations.isGivenInAStep(because) && explained.add(because)) {
                    open.push(because);
                }
            }
            step.because().stream().filter(because -> derivations.isGivenInAStep(because) && explained.add(because))
                    .forEach(later::add);
        }
    }

    /** Facts come after those that they are derived from, without recursion: a sum may have a million terms. */
    private Choice choose(Fact fact) {
        Deque<Fact> open = new ArrayDeque<>(List.of(fact));
        while (!choices.containsKey(fact)) {
            Fact top = open.peek();
            if (choices.containsKey(top)) {
                open.pop();
                continue;
            }
            List<Step> ways = derivations.of(top);
            List<Fact> missing = ways.stream().flatMap(way -> way.because().stream())
                    .filter(because -> !derivations.isGivenInAStep(because) && !choices.containsKey(because)).toList();
            missing.forEach(open::push);
            if (missing.isEmpty()) {
                choices.put(open.pop(), shortest(ways));
            }
        }
        return choices.get(fact);
    }

    private Choice shortest(List<Step> ways) {
        Choice best = null;
        for (Step way : ways) {
            long length = 1;
            for (Fact because : way.because()) {
                length = Math.min(LONGEST, length + (derivations.isGivenInAStep(because) ? 1 : choices.get(because).length()));
            }
            if (best == null || length < best.length()) {
                best = new Choice(way, length);
            }
        }
        return best;
    }
}
