package org.stillpoint.check.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.generation.Start;

/** The questions of a suite, small ones first. */
public final class Suites {

    /** Draws for one case; what a program declares may have few that fit. */
    private static final int TRIES = 30;
    private static final int WIDEST = 3;
    private static final int DEEPEST = 3;

    /** One in so many is of numbers with many bits. */
    private static final int WIDE_ONE_IN = 9;

    /** Between them these tell apart what is known of mistakes; the first number is that of inputs, the last that of samples. */
    private static final List<List<Integer>> TELLING = List.of(List.of(1, 1, 1), List.of(1, 1, 1, 2), List.of(2, 2, 1, 4),
            List.of(2, 2, 2, 2), List.of(2, 2, 2, 1, 2), List.of(1, 1, 1, 1, 1), List.of(2, 2, 2, 2, 2), List.of(2, 2, 4));
    private static final long FIXED = 20;

    private final SuiteName name;
    private final Ability ability;
    private final Elementary elementary;
    private final Map<Question, Case> cases = new LinkedHashMap<>();

    private Suites(SuiteName name, Ability ability) {
        this.name = name;
        this.ability = ability;
        this.elementary = new Elementary(ability.arithmetic(), ability.ulps());
    }

    /**
     * Questions that the program takes, no two the same, and that have one answer up to conventions and rounding; fewer than
     * asked for if it takes so few.
     */
    public static List<Case> cases(SuiteName name, Ability ability, int cases, long seed) {
        Suites suites = new Suites(name, ability);
        suites.telling(cases / 2);
        suites.drawn(cases, seed);
        return suites.cases.values().stream().sorted(Comparator.comparingInt(Case::size)).toList();
    }

    /** The same ones for each seed: activations and losses in turn, on shapes that tell mistakes apart. */
    private void telling(int most) {
        if (name == SuiteName.STARTS || name == SuiteName.TRAINING || !ability.gradients()) {
            return;
        }
        Random random = new Random(FIXED);
        List<Loss> losses = ability.losses();
        List<Activation> hidden = ability.activations();
        for (int round = 0; round < TELLING.size() * hidden.size(); round++) {
            for (int i = 0; i < losses.size() && cases.size() < most; i++) {
                tell(random, losses.get(i), TELLING.get((round + i) % TELLING.size()),
                        hidden.get((round + round / TELLING.size() + i) % hidden.size()));
            }
        }
    }

    private void tell(Random random, Loss loss, List<Integer> shape, Activation hidden) {
        List<Integer> widths = shape.subList(0, shape.size() - 1);
        Ability one = new Ability(ability.name(), ability.arithmetic(), List.of(hidden), List.of(loss), true, false,
                ability.minLayers(), ability.maxLayers(), ability.maxSamples(), ability.biases(), ability.sameActivation(),
                ability.outputActivations(), ability.ulps());
        for (int tries = 0; tries < TRIES; tries++) {
            Picker pick = new Picker(one, new Draws(random, false), WIDEST, DEEPEST);
            Optional<Question> question = Families.gradient(pick, pick.architecture(widths), Start.RANDOM,
                    shape.get(shape.size() - 1));
            Optional<Case> told = question.filter(this::isNew).map(this::told).filter(drawn -> fits(name, drawn));
            if (told.isPresent()) {
                add(told.get());
                return;
            }
        }
    }

    private Case told(Question question) {
        return new Case(Optional.of(isAtKink(question) ? "LAW-2" : "LAW-1"), question);
    }

    private void drawn(int most, long seed) {
        Random random = new Random(seed);
        List<Families.Family> families = Families.of(name).stream()
                .filter(family -> family.suite() == SuiteName.TRAINING ? ability.trains() : ability.gradients()).toList();
        for (int t = 0; !families.isEmpty() && cases.size() < most && t < 2 * most; t++) {
            Families.Family family = families.get(t % families.size());
            int grown = 1 + Math.min(WIDEST - 1, t * WIDEST * 3 / (2 * most + 1));
            boolean wide = ability.arithmetic() == FloatFormat.FLOAT64 && t % WIDE_ONE_IN == WIDE_ONE_IN - 1;
            for (int tries = 0; tries < TRIES; tries++) {
                Picker pick = new Picker(ability, new Draws(random, wide), Math.max(grown, wide ? 2 : 1), DEEPEST);
                Optional<Case> drawn = family.draw(pick).filter(one -> isNew(one.question()) && fits(family.suite(), one));
                if (drawn.isPresent()) {
                    add(drawn.get());
                    break;
                }
            }
        }
    }

    /** Whether it can be asked, has one answer and is not asked already. */
    private boolean isNew(Question question) {
        return ability.takes(question) && !cases.containsKey(question)
                && Decided.is(question, Conventions.usual(), elementary);
    }

    /** Whether a question is at kinks, or off them, where its suite is about that. */
    private boolean fits(SuiteName suite, Case drawn) {
        return suite != SuiteName.SMOOTH && suite != SuiteName.KINKS
                || isAtKink(drawn.question()) == (suite == SuiteName.KINKS);
    }

    private boolean isAtKink(Question question) {
        return !Decided.kinks(question, elementary).isEmpty();
    }

    private void add(Case one) {
        cases.put(one.question(), one);
    }
}
