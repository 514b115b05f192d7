package org.stillpoint.graph.certificate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.graph.certificate.Fact.Same;
import org.stillpoint.graph.certificate.Fact.Unchanged;
import org.stillpoint.graph.certificate.Fact.Zero;
import org.stillpoint.kernel.graph.Program;

/**
 * What a training can never do, or not in its first step, by a certificate that the proved checker accepted. What is not found
 * may still hold: a run in which it fails is the proof that it does not.
 */
public final class Findings {

    private final Question question;
    private final Horizon horizon;
    private final Certificate certificate;
    private final Explainer explainer;

    private Findings(Question question, Horizon horizon, Certificate certificate) {
        this.question = question;
        this.horizon = horizon;
        this.certificate = certificate;
        this.explainer = new Explainer(new Derivations(question, certificate, horizon));
    }

    /**
     * Finds what holds in the first step or for ever.
     *
     * @throws DomainException if an operation does not take the values of the start and the data, or if the checker refuses
     *     what was found, in which case an operation declares something else each time it is asked
     */
    public static Findings of(Question question, Horizon horizon) {
        return of(question, horizon, CertificateFinder.find(question, horizon));
    }

    /** What follows from a certificate, if it is valid and fits the start and the feed. */
    static Findings of(Question question, Horizon horizon, Certificate certificate) {
        Program program = question.program();
        int[] next = question.next();
        if (!certificate.isValid(program, next, horizon)) {
            throw refused(certificate.broken(program, next, horizon).map(Condition::says).orElse("each condition at one time"));
        }
        boolean[] zero = question.givenZeros();
        int[] of = question.givenClasses();
        boolean[] onData = question.zerosOnData();
        for (int s = 0; s < program.given; s++) {
            if (certificate.isZero(s) && !zero[s] || of[certificate.of(s)] != of[s]) {
                throw refused("the marks of slot " + s + ", which is given, fit the start and the feed");
            }
        }
        for (int s = program.given; s < onData.length; s++) {
            if (certificate.isKnown(s) && !onData[s]) {
                throw refused("slot " + s + ", which is known to be zero, is zero at the start on all data");
            }
        }
        return new Findings(question, horizon, certificate);
    }

    private static DomainException refused(String expected) {
        return new DomainException("the certificate is refused, expected: " + expected);
    }

    /** What was accepted. */
    public Certificate certificate() {
        return certificate;
    }

    /** How far the findings reach. */
    public Horizon horizon() {
        return horizon;
    }

    /** The state that starts at zero and is so for ever, or after the first step. */
    public List<Integer> zeroState() {
        return state().filter(i -> certificate.isZero(i) && certificate.isZero(question.next(i))).boxed().toList();
    }

    /** The state that never changes, or not in the first step, zero or not. */
    public List<Integer> unchangedState() {
        return state().filter(this::isUnchanged).boxed().toList();
    }

    /** The classes of two or more state slots that start equal and are so for ever, or after the first step. */
    public List<List<Integer>> equalState() {
        Map<List<Integer>, List<Integer>> classes = new LinkedHashMap<>();
        state().forEach(i -> classes.computeIfAbsent(List.of(certificate.of(i), certificate.of(question.next(i))),
                any -> new ArrayList<>()).add(i));
        return classes.values().stream().filter(members -> members.size() > 1).map(List::copyOf).toList();
    }

    /** The computed slots that are zero on this data, while other data might make them something else. */
    public List<Integer> zeroOnData() {
        return IntStream.range(question.program().given, certificate.slots()).filter(certificate::isKnown).boxed().toList();
    }

    private IntStream state() {
        return IntStream.range(0, question.state());
    }

    private boolean isUnchanged(int slot) {
        return certificate.of(question.next(slot)) == certificate.of(slot);
    }

    /**
     * Why a slot, of state or not, is zero; empty if it is not found to be. Why state is zero after the first step is to be
     * asked of the slot with its next value.
     */
    public Optional<Explanation> whyZero(int slot) {
        return certificate.isZero(slot) ? Optional.of(explainer.explain(new Zero(slot))) : Optional.empty();
    }

    /** Why two slots hold the same, as above; empty if they are not found to, or are one. */
    public Optional<Explanation> whyEqual(int slot, int other) {
        return slot != other && certificate.of(slot) == certificate.of(other)
                ? Optional.of(explainer.explain(Same.of(slot, other))) : Optional.empty();
    }

    /** Why a state slot does not change; empty if it is not found not to. */
    public Optional<Explanation> whyUnchanged(int slot) {
        return slot < question.state() && isUnchanged(slot)
                ? Optional.of(explainer.explain(new Unchanged(slot))) : Optional.empty();
    }

    /** An explanation in words, a line for each of its steps. */
    public String inWords(Explanation explanation) {
        return new Wording(question, horizon).of(explanation);
    }

    /** All findings in words, a line for each kind, without state that no step could change and what follows of zeros. */
    public String inWords() {
        String reach = horizon == Horizon.FOR_EVER ? "" : " in the first step";
        List<Integer> zero = zeroState();
        Set<Integer> movable = state().filter(i -> question.next(i) != i).boxed().collect(Collectors.toCollection(HashSet::new));
        StringBuilder words = new StringBuilder();
        line(words, "stay zero" + reach, zero.stream().filter(movable::contains).toList());
        zero.forEach(movable::remove);
        line(words, horizon == Horizon.FOR_EVER ? "never change" : "do not change" + reach,
                unchangedState().stream().filter(movable::contains).toList());
        equalState().stream().map(members -> members.stream().filter(movable::contains).toList())
                .filter(members -> members.size() > 1).forEach(members -> line(words, "stay equal" + reach, members));
        line(words, "are zero on the data" + reach, zeroOnData());
        return words.length() == 0 ? "nothing is found\n" : words.toString();
    }

    private void line(StringBuilder words, String what, List<Integer> slots) {
        if (!slots.isEmpty()) {
            words.append(slots.stream().map(question::name).collect(Collectors.joining(", ", what + ": ", "\n")));
        }
    }
}
