package org.stillpoint.lint.simplification;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Rounded;
import org.stillpoint.modelfile.tensor.Weights;

/** Which numbers a tensor can have, that is stored plainly in a floating-point type. */
record FloatingPoint(ElementType type) {

    /** Of a tensor; empty if it is stored in another way. */
    static Optional<FloatingPoint> of(Weights weights) {
        return Arrays.stream(ElementType.values()).filter(type -> type.isFloating() && type.id().equals(weights.type()))
                .map(FloatingPoint::new).findFirst();
    }

    /** Whether the type has a number. */
    boolean has(BigFraction number) {
        return Rounded.of(number, type).isExact();
    }

    /** The code of a number, or of the nearest that the type has. */
    long nearest(BigFraction number) {
        return Rounded.of(number, type).code(type);
    }

    /** The code of a number, if the type has it, or may have the nearest in its place, which is finite. */
    Optional<Long> code(BigFraction number, Rounding rounding) {
        return rounding == Rounding.NEVER && !has(number) ? Optional.empty()
                : Optional.of(nearest(number)).filter(Code::isFinite);
    }
}
