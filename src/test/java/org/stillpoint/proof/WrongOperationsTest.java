package org.stillpoint.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.prover.Budget;
import org.stillpoint.proof.prover.Prover;
import org.stillpoint.proof.prover.Specification;

/** What an operation on numbers says of itself is not proved if it is not so, and neither is a wrong value. */
@Tag("proof")
class WrongOperationsTest {

    /** Many times what the proof of any of these contracts takes without the mistake. */
    private static final Budget BUDGET = new Budget(5_000, Duration.ofSeconds(60));

    /** A mistake: what stands for some text of a method. */
    private record Wrong(String contract, String text, String mistake) {

        String type() {
            return contract.substring(0, contract.indexOf('.'));
        }

        String into(String source) {
            int method = source.indexOf(" " + contract.substring(type().length() + 1) + "(");
            int place = source.indexOf(text, method);
            assertThat(method).as(contract).isPositive();
            assertThat(place).as("%s in %s", text, contract).isGreaterThan(method);
            return source.substring(0, place) + mistake + source.substring(place + text.length());
        }
    }

    /** No two are of the same class, so that one copy of the source holds all. */
    private static final List<Wrong> ALL = List.of(
            new Wrong("Sum.vanishes", "return x && y;", "return x;"),
            new Wrong("Difference.vanishes", "return x && y;", "return y;"),
            new Wrong("Product.keeps", "return false;", "return y;"),
            new Wrong("Descend.keeps", "return y || z;", "return true;"),
            new Wrong("Decay.keeps", "return z;", "return y;"),
            new Wrong("KinkedSlope.vanishes", "return x && kappa.signum() == 0;", "return x;"),
            new Wrong("FirstGreater.vanishes", "return x && y && kappa.signum() == 0;", "return x && kappa.signum() == 0;"),
            new Wrong("FirstLess.vanishes", "return x && y && kappa.signum() == 0;", "return x && y;"),
            new Wrong("Constant.vanishes", "return value.signum() == 0;", "return true;"),
            new Wrong("Scale.vanishes", "return x || factor.signum() == 0;", "return y;"),
            new Wrong("Maximum.vanishes", "return x && y;", "return x;"),
            new Wrong("VelocityUpdate.vanishes", "return y && (x || z);", "return y;"),
            new Wrong("Blend.keeps", "return false;", "return y;"),
            new Wrong("PerceptronError.vanishes", "return y;", "return x;"),
            new Wrong("HingeError.vanishes", "return y;", "return x;"),
            new Wrong("ClipSlope.vanishes", "return false;", "return x;"),
            new Wrong("AbsoluteValue.keeps", "return false;", "return true;"),
            new Wrong("LeakyRectifier.apply", "slope.multiply(number)", "slope"),
            new Wrong("ProductWithThird.apply", "Operand.number(z)", "Operand.number(y)"),
            new Wrong("Quotient.apply", "inversion.of(Operand.number(y))", "inversion.of(Operand.number(x))"),
            new Wrong("Clip.apply", "bound.negate();", "bound;"),
            new Wrong("AbsoluteError.apply", "sign < 0", "sign <= 0"),
            new Wrong("Minimum.apply", "Operand.number(y)", "(BigFraction) z"),
            new Wrong("Same.apply", "return x;", "return null;"));

    @TestFactory
    Stream<DynamicTest> onlyWhatIsSoIsProved() {
        Specification copy = Specification.ofThisBuild().copy("wrong-operations", (file, text) -> ALL.stream()
                .filter(wrong -> file.equals(wrong.type() + ".java")).map(wrong -> wrong.into(text)).findFirst().orElse(text));
        Prover prover = Prover.load(copy.problemOfNumbers());
        return Stream.concat(withoutAMistake(prover), withAMistake(prover)).onClose(prover::close);
    }

    /** So that what is not proved is not for want of something else. */
    private static Stream<DynamicTest> withoutAMistake(Prover prover) {
        return Stream.of("Negative.apply", "Square.vanishes", "Sum.keeps", "KinkedSlope.apply")
                .map(contract -> DynamicTest.dynamicTest(contract + " without a mistake", () ->
                        assertThat(prover.prove(contract, BUDGET).closed()).as("closed").isTrue()));
    }

    private static Stream<DynamicTest> withAMistake(Prover prover) {
        return ALL.stream().map(wrong -> DynamicTest.dynamicTest(wrong.contract() + " with " + wrong.mistake(), () -> {
            assertThat(prover.contracts()).contains(wrong.contract());
            assertThat(prover.prove(wrong.contract(), BUDGET).closed()).as("closed with the mistake").isFalse();
        }));
    }
}
