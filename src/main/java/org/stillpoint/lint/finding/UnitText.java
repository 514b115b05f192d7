package org.stillpoint.lint.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.lint.fact.Kind;

/** What units are that are zero, dead or constant, and what to do with them. */
final class UnitText {

    private static final int SHOWN = 3;

    private final Strand strand;
    private final Advice advice;

    UnitText(Strand strand, Advice advice) {
        this.strand = strand;
        this.advice = advice;
    }

    String says(UnitCase one, Map<Integer, UnitCase> units) {
        int count = units.size();
        String constant = constant(units.values().stream().map(UnitCase::known).toList());
        return switch (one.known().fact().kind()) {
            case STAYS_ZERO -> weights(one, count) + ", and no training moves them.";
            case NEVER_CHANGES -> "The incoming weights of " + Words.these(count, strand.noun(1)) + " never change in training: "
                    + "their gradient is zero in every step.";
            case ALWAYS_ZERO -> one.rule() == Rule.ZERO_UNIT
                    ? weights(one, count) + ". What is passed on is zero whatever comes in, and stays so."
                    : Words.capital(Words.these(count, strand.noun(1))) + (count == 1 ? " passes" : " pass")
                            + " on zero whatever comes in, and always will.";
            case UNREAD_NOW -> "What " + Words.these(count, strand.noun(1)) + (count == 1 ? " passes" : " pass")
                    + " on is multiplied by zero wherever it goes. "
                    + "The zero weights behind may move if the model is trained on.";
            case CONSTANT_NOW -> one.rule() == Rule.ZERO_UNIT
                    ? weights(one, count) + ", so that " + (count == 1 ? "it passes" : "they pass") + " on " + constant
                            + " whatever comes in. " + training(one)
                    : Words.capital(Words.these(count, strand.noun(1))) + (count == 1 ? " passes" : " pass") + " on " + constant
                            + " whatever comes in.";
            default -> throw new IllegalArgumentException("nothing to say of " + one.known().fact().kind());
        };
    }

    private String weights(UnitCase one, int count) {
        Spot spot = one.known().spot();
        String which = spot.use() == Spot.Use.TREATS ? "The number in this tensor"
                : spot.use() == Spot.Use.MAKES && spot.sliceEntries() > 1 ? "The " + Words.number(spot.sliceEntries())
                + " incoming weights" : "The incoming weights";
        return which + " of " + Words.ofEach(count, strand.noun(1)) + (spot.use() == Spot.Use.TREATS ? " is" : " are") + " zero";
    }

    private static String constant(List<Known> known) {
        List<String> values = known.stream().map(each -> each.fact().value()).flatMap(Optional::stream).distinct().toList();
        return values.isEmpty() ? "a constant" : values.size() == 1 ? "the constant " + values.get(0)
                : "constants (" + Words.first(values, SHOWN) + ")";
    }

    private static String training(UnitCase one) {
        return one.moves() ? "Nothing that is known keeps training from moving the zeros."
                : "It is not decided whether training on would move the zeros.";
    }

    String advice(UnitCase one, int count) {
        Kind kind = one.known().fact().kind();
        String start = one.rule() == Rule.ZERO_UNIT ? "To train on, start these weights at random. "
                : kind == Kind.UNREAD_NOW || one.rule() == Rule.CONSTANT_UNIT ? ""
                : "To train on, start " + (count == 1 ? "it" : "them")
                + " anew: incoming weights at random, outgoing ones at zero. ";
        if (one.known().fact().kind() == Kind.NEVER_CHANGES && one.rule() == Rule.DEAD_UNIT) {
            return start.strip();
        }
        return start + (foldsNot(one)
                ? "A constant cannot become a bias behind padding, or where it is not known to stay one, so leave the "
                + strand.noun(count) + " if it is used as it is."
                : advice.takeAway(strand, count) + (isConstant(one) && strand.fixed().isEmpty()
                ? " What " + (count == 1 ? "it passes" : "they pass") + " on goes into the biases behind." : ""));
    }

    Saving saves(UnitCase one, int count) {
        Kind kind = one.known().fact().kind();
        boolean isWorthNothing = kind != Kind.NEVER_CHANGES && (kind != Kind.STAYS_ZERO || one.known().isOf(Spot.Use.MAKES));
        return isWorthNothing && !foldsNot(one) ? Savings.of(strand, count) : Saving.NONE;
    }

    private static boolean isConstant(UnitCase one) {
        return !one.isZero() && one.known().fact().kind() != Kind.UNREAD_NOW;
    }

    private boolean foldsNot(UnitCase one) {
        return isConstant(one) && strand.fixed().isEmpty() && strand.isPaddedBehind(one.known().spot());
    }
}
