package org.stillpoint.enclosure;

import java.util.List;
import java.util.function.BiFunction;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.hipparchus.fraction.BigFraction;

/** The functions of a precision, each with what Apfloat says of it. */
enum Function {

    EXP(3, one(Precision::exp), x -> List.of(Oracle.exp(x))),
    LOG(3, one(Precision::log), x -> List.of(ApfloatMath.log(x))),
    SQRT(1, one(Precision::sqrt), x -> List.of(ApfloatMath.sqrt(x))),
    ERF(2, one(Precision::erf), x -> List.of(Oracle.erf(x))),
    SIGMOID(5, both(Precision::sigmoid), Oracle::sigmoid),
    TANH(12, both(Precision::tanh), Oracle::tanh),
    SOFTPLUS(6, both(Precision::softplus), Oracle::softplus),
    ELU(2, both(Precision::elu), Oracle::elu),
    SILU(25, both(Precision::silu), Oracle::silu),
    GELU(3, both(Precision::gelu), Oracle::gelu);

    private final int units;
    private final BiFunction<Precision, Ball, List<Ball>> enclosures;
    private final UnaryValues values;

    /** What Apfloat says. */
    private interface UnaryValues {
        List<Apfloat> at(Apfloat x);
    }

    Function(int units, BiFunction<Precision, Ball, List<Ball>> enclosures, UnaryValues values) {
        this.units = units;
        this.enclosures = enclosures;
        this.values = values;
    }

    private static BiFunction<Precision, Ball, List<Ball>> one(BiFunction<Precision, Ball, Ball> function) {
        return function.andThen(List::of);
    }

    private static BiFunction<Precision, Ball, List<Ball>> both(BiFunction<Precision, Ball, Slope> function) {
        return function.andThen(slope -> List.of(slope.value(), slope.slope()));
    }

    /** Of the value and, if the function has one here, of the slope. */
    List<Ball> enclosures(Argument x) {
        return enclosures.apply(x.precision(), x.ball());
    }

    /** As the enclosures are. */
    List<Apfloat> values(Apfloat x) {
        return values.at(x);
    }

    /** The largest radius at an exact point below 4. */
    int units() {
        return units;
    }

    /** Whether the function is not defined, or too large, somewhere in the ball. */
    boolean mayRefuse(Argument x) {
        BigFraction low = x.precision().low(x.ball());
        return switch (this) {
            case EXP -> x.precision().high(x.ball()).compareTo(new BigFraction(Exponential.LARGEST_ARGUMENT)) > 0;
            case LOG -> low.signum() <= 0;
            case SQRT -> low.signum() < 0;
            default -> false;
        };
    }
}
