package org.stillpoint.statement;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;

/** How two exact numbers compare. */
public enum Relation {

    LESS("<"),
    EQUAL("="),
    GREATER(">"),
    DIFFERENT("!=");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    public boolean holds(BigFraction left, BigFraction right) {
        Relation actual = between(left, right);
        return this == DIFFERENT ? actual != EQUAL : this == actual;
    }

    /** Those of which one holds just where this one does not. */
    public List<Relation> opposites() {
        return switch (this) {
            case LESS -> List.of(EQUAL, GREATER);
            case EQUAL -> List.of(DIFFERENT);
            case GREATER -> List.of(LESS, EQUAL);
            case DIFFERENT -> List.of(EQUAL);
        };
    }

    /** The one of less, equal and greater that holds. */
    public static Relation between(BigFraction left, BigFraction right) {
        int sign = left.compareTo(right);
        return sign < 0 ? LESS : sign > 0 ? GREATER : EQUAL;
    }

    /** @throws DomainException if no relation has this symbol */
    public static Relation fromSymbol(String symbol) {
        return Arrays.stream(values()).filter(relation -> relation.symbol.equals(symbol)).findFirst()
                .orElseThrow(() -> new DomainException("unknown relation, expected one of "
                        + Arrays.stream(values()).map(Relation::symbol).collect(Collectors.joining(", "))));
    }
}
