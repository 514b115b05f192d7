package org.stillpoint.claims;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.domain.DomainException;

/**
 * One statement about backpropagation and what was decided about it.
 *
 * @param id a stable identifier: a family in capitals, a hyphen, and a number or a letter
 * @param title a few words
 * @param statement the statement, in words
 * @param latex the statement in symbols, in the part of LaTeX that the report can show
 * @param verdict what was decided
 * @param conditions what the statement presupposes, each once; with them alone it is attacked
 * @param condition what else there is to say of when it holds, which is no condition of its own
 * @param exactly what its proofs state, in the words of their contracts, one for each proof
 * @param sources where people meet it, at least one
 * @param asked how people put the question, in our words
 * @param why the reason, for a reader in the second year of their studies
 * @param restsOn identifiers of the claims that the reason uses
 * @param grounds the evidence, and what it shows; the verdict follows from that
 */
public record Claim(
        String id,
        String title,
        String statement,
        String latex,
        Verdict verdict,
        List<Condition> conditions,
        Optional<String> condition,
        List<FormalStatement> exactly,
        List<Citation> sources,
        List<String> asked,
        String why,
        List<String> restsOn,
        Grounds grounds) {

    private static final Pattern ID = Pattern.compile("[A-Z]+-([A-Z]|0|[1-9][0-9]*)");

    public Claim {
        if (!ID.matcher(id).matches()) {
            throw new DomainException("\"" + id + "\" is no identifier, expected one like ZERO-2 or Q-A");
        }
        if (verdict == Verdict.CONDITIONAL && conditions.isEmpty() && condition.isEmpty()) {
            throw new DomainException("the verdict is conditional but there is no condition, expected one");
        }
        if (new HashSet<>(conditions).size() < conditions.size()) {
            throw new DomainException("the same condition twice, expected each once");
        }
        if (sources.isEmpty()) {
            throw new DomainException("no source, expected at least one");
        }
        if (restsOn.contains(id)) {
            throw new DomainException("the claim rests on itself");
        }
        conditions = List.copyOf(conditions);
        exactly = List.copyOf(exactly);
        sources = List.copyOf(sources);
        asked = List.copyOf(asked);
        restsOn = List.copyOf(restsOn);
        grounds.requireThatFollows(verdict);
    }

    /** The names of the evidence, each once. */
    public List<EvidenceName> evidence() {
        return grounds.evidence();
    }

    /** How all of the statement is established, once its evidence has run and passed. */
    public EstablishedBy establishedBy() {
        return grounds.establishedBy();
    }

    /** When it holds, in words: a sentence for each condition, and what else there is to say; empty if it always does. */
    public Optional<String> whenItHolds() {
        List<String> sentences = Stream.concat(conditions.stream().map(Condition::sentence), condition.stream()).toList();
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }
}
