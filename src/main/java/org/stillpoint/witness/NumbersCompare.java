package org.stillpoint.witness;

import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.format.Json;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Any two numbers of the training compare in a way that the claim rules out.
 *
 * @param words what that shows, one sentence
 */
public record NumbersCompare(String words, Side left, Relation relation, Side right) implements Statement {

    static final String KIND = "numbers-compare";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> claims() {
        return Set.of();
    }

    @Override
    public List<Comparison> premises(Run run) {
        return List.of();
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        return List.of(new Comparison(quantity(run, left), relation, quantity(run, right)));
    }

    private static Quantity quantity(Run run, Side side) {
        if (side instanceof Side.Stated stated) {
            return new Quantity(stated.what(), stated.value());
        }
        String pointer = ((Side.At) side).pointer();
        return new Quantity(pointer, number(run, pointer));
    }

    private static BigFraction number(Run run, String pointer) {
        try {
            JsonNode node = RunFormat.write(run).at(JsonPointer.compile(pointer));
            if (node.isString()) {
                return ExactNumber.parse(node.stringValue());
            }
        } catch (IllegalArgumentException e) {
            throw new DomainException("\"" + pointer + "\" is no pointer to a number, expected one such as /trace/steps/0/...");
        }
        throw new DomainException("no number at \"" + pointer + "\", expected one in network, data, settings or trace");
    }
}
