package org.stillpoint.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.kink.AtKinks;
import org.stillpoint.kink.Differentiability;
import org.stillpoint.kink.Direction;
import org.stillpoint.kink.ParameterAtKinks;
import org.stillpoint.kink.UnitAtKink;

/** What a gradient is at kinks, in words. */
final class AtKinksText {

    private AtKinksText() {
    }

    static String text(AtKinks atKinks) {
        List<ParameterAtKinks> shown = atKinks.parameters().stream()
                .filter(parameter -> parameter.atKink() || parameter.is() != ParameterAtKinks.Is.DERIVATIVE).toList();
        return differentiable(atKinks) + atKinks.units().map(AtKinksText::units).orElse("")
                + shown.stream().map(AtKinksText::parameter).collect(Collectors.joining())
                + others(shown.size(), atKinks.parameters().size() - shown.size());
    }

    private static String differentiable(AtKinks atKinks) {
        Differentiability decided = atKinks.differentiability();
        Optional<String> no = decided.against().map(against -> "no: " + against(atKinks, against));
        return "the loss is differentiable here: " + no.orElseGet(() -> decided.answer().isPresent()
                ? "yes, as a function of all parameters"
                : "not decided, one kink is behind another; its derivative is linear along all of " + decided.tried()
                        + " directions that were tried") + "\n";
    }

    private static String against(AtKinks atKinks, Direction against) {
        return "along " + direction(atKinks, against.entries()) + " " + (against.left().equals(against.right())
                ? "the derivative is " + number(against.right()) + ", but those by the parameters add up to "
                        + number(against.added())
                : sides(against.left(), against.right()));
    }

    private static String direction(AtKinks atKinks, List<BigFraction> entries) {
        return IntStream.range(0, entries.size()).filter(i -> entries.get(i).signum() != 0)
                .mapToObj(i -> number(entries.get(i)) + " in " + atKinks.parameters().get(i).pointer())
                .collect(Collectors.joining(", "));
    }

    private static String sides(BigFraction left, BigFraction right) {
        return "the left derivative is " + number(left) + " and the right one " + number(right);
    }

    private static String units(List<UnitAtKink> units) {
        return units.stream().map(unit -> "KINK-3: hidden unit " + (unit.unit() + 1) + " is at its kink for x = "
                + TraceText.vector(unit.input()) + ", where the errors that come into it add up to " + number(unit.error())
                + "\n").collect(Collectors.joining());
    }

    private static String parameter(ParameterAtKinks parameter) {
        String gradient = number(parameter.gradient());
        return parameter.pointer() + ": " + switch (parameter.is()) {
            case DERIVATIVE -> "the gradient " + gradient + " is the derivative";
            case RIGHT -> sides(parameter.left(), parameter.right()) + ", which is the gradient";
            case LEFT -> sides(parameter.left(), parameter.right()) + "; the gradient is the left one";
            case MEAN -> sides(parameter.left(), parameter.right()) + "; the gradient " + gradient + " is their mean";
            case NONE -> parameter.hasDerivative()
                    ? "the derivative is " + number(parameter.right()) + ", but the gradient is " + gradient
                    : sides(parameter.left(), parameter.right()) + "; the gradient " + gradient
                            + " is neither, nor their mean";
        } + "\n";
    }

    private static String others(int shown, int others) {
        if (others == 0) {
            return "";
        }
        return "no kink matters to "
                + (shown == 0 ? others == 1 ? "the parameter" : "any of the " + others + " parameters"
                        : others == 1 ? "the other parameter" : "the other " + others + " parameters")
                + ", where the gradient is the derivative\n";
    }

    private static String number(BigFraction value) {
        return ExactNumber.write(value);
    }
}
