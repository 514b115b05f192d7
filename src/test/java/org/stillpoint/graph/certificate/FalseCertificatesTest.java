package org.stillpoint.graph.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.DomainException;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;

/** One false certificate for each condition of the checker, which breaks that one and no condition before it. */
class FalseCertificatesTest {

    /** Two weights that move, of which the second starts at zero; products with a feature, and steps by them. */
    private final Tape tape = new Tape();
    private Program program;
    private int[] next;
    private boolean[] zero;
    private int[] of;
    private boolean[] known;
    private boolean[] fixed;

    @BeforeEach
    void write() {
        int v = tape.state("v", 1);
        int w = tape.state("w", 0);
        int kept = tape.state("kept", 2);
        int x = tape.fed("x");
        int rate = tape.fed("rate");
        int vx = tape.slot("vx", Tape.PRODUCT, v, x);
        tape.slot("wx", Tape.PRODUCT, w, x);
        tape.learn(v, vx, rate);
        tape.learn(w, vx, rate);
        tape.slot("relu(kept)", Tape.RELU, kept);
        program = tape.program();
        next = tape.next();
        int slots = program.operations.length;
        zero = new boolean[slots];
        of = new int[slots];
        for (int s = 0; s < slots; s++) {
            of[s] = s;
        }
        known = new boolean[slots];
        fixed = new boolean[slots];
    }

    @Test
    void theTrueOneIsAccepted() {
        fixed[tape.at("kept")] = true;
        fixed[tape.at("relu(kept)")] = true;

        assertThat(certificate().isValid(program, next, Horizon.FOR_EVER)).isTrue();
        assertThat(certificate().broken(program, next, Horizon.FOR_EVER)).isEmpty();
    }

    @Test
    void marksOfTooFewSlots() {
        Certificate one = new Certificate(new boolean[1], new int[1], new boolean[1], new boolean[1]);

        assertBreaks(Condition.LENGTHS, one);
        assertThatThrownBy(() -> new Certificate(zero, of, known, new boolean[1])).isInstanceOf(DomainException.class)
                .hasMessage("marks on 10, 10, 10 and 1 slots, expected as many each");
    }

    @Test
    void anOperandThatComesLater() {
        program.a[tape.at("vx")] = tape.at("v'");

        assertBreaks(Condition.ORDER, certificate());
    }

    @Test
    void aNextValueThatIsNotThere() {
        next[0] = 10;

        assertBreaks(Condition.NEXT, certificate());
    }

    @Test
    void aProductOfWhatIsNotZeroMarkedZero() {
        zero[tape.at("vx")] = true;

        assertBreaks(Condition.ZEROS_FOLLOW, certificate());
    }

    @Test
    void aWeightThatStartsAtZeroAndMovesMarkedZero() {
        zero[tape.at("w")] = true;

        assertBreaks(Condition.ZEROS_RETURN, certificate());
    }

    @Test
    void productsOfDifferentWeightsSaidToBeEqual() {
        of[tape.at("wx")] = tape.at("vx");

        assertBreaks(Condition.CLASSES_FOLLOW, certificate());
    }

    @Test
    void differentOperationsOnOneOperandSaidToBeEqual() {
        of[tape.at("v'")] = tape.at("vx");

        assertBreaks(Condition.CLASSES_FOLLOW, certificate());
    }

    @Test
    void aStepByAnErrorThatIsNotZeroSaidToKeepTheWeight() {
        of[tape.at("v'")] = tape.at("v");

        assertBreaks(Condition.CLASSES_FOLLOW, certificate());
    }

    @Test
    void weightsWhoseNextValuesDifferSaidToBeEqual() {
        of[tape.at("w")] = tape.at("v");

        assertBreaks(Condition.CLASSES_RETURN, certificate());
        of[tape.at("wx")] = tape.at("vx");
        of[tape.at("w'")] = tape.at("v'");
        assertThat(certificate().isValid(program, next, Horizon.FOR_EVER)).isTrue();
        assertRefused("expected: the marks of slot 1, which is given, fit the start and the feed");
    }

    @Test
    void aFedSlotSaidToBeEqualToState() {
        of[tape.at("x")] = tape.at("v");

        assertBreaks(Condition.CLASSES_RETURN, certificate());
    }

    @Test
    void stateSaidToBeEqualToWhatIsFed() {
        of[tape.at("kept")] = tape.at("x");

        assertBreaks(Condition.CLASSES_RETURN, certificate());
    }

    @Test
    void aSlotKnownToBeZeroThatDependsOnWhatChanges() {
        known[tape.at("relu(kept)")] = true;
        zero[tape.at("relu(kept)")] = true;

        assertBreaks(Condition.FIXED_FOLLOW, certificate());
    }

    @Test
    void aFixedSlotWithAnOperandThatIsNot() {
        fixed[tape.at("vx")] = true;

        assertBreaks(Condition.FIXED_FOLLOW, certificate());
    }

    @Test
    void aWeightThatMovesMarkedFixed() {
        fixed[tape.at("v")] = true;

        assertBreaks(Condition.FIXED_RETURN, certificate());
    }

    @Test
    void ofTheFirstStepNothingIsAskedThatLooksFurtherAhead() {
        zero[tape.at("w")] = true;
        of[tape.at("w")] = tape.at("v");
        fixed[tape.at("v")] = true;

        assertThat(certificate().isValid(program, next, Horizon.FIRST_STEP)).isTrue();
        assertThat(certificate().broken(program, next, Horizon.FIRST_STEP)).isEmpty();
        assertBreaks(Condition.ZEROS_RETURN, certificate());
        zero[tape.at("vx")] = true;
        assertThat(certificate().isValid(program, next, Horizon.FIRST_STEP)).isFalse();
        assertThat(certificate().broken(program, next, Horizon.FIRST_STEP)).contains(Condition.ZEROS_FOLLOW);
    }

    @Test
    void marksThatDoNotFitTheStartOrTheFeedAreRefusedToo() {
        zero[tape.at("kept")] = true;
        assertRefused("expected: the marks of slot 2, which is given, fit the start and the feed");
        zero[tape.at("kept")] = false;
        zero[tape.at("rate")] = true;
        assertRefused("expected: the marks of slot 4, which is given, fit the start and the feed");
        zero[tape.at("rate")] = false;
        of[tape.at("rate")] = tape.at("x");
        assertRefused("expected: the marks of slot 4, which is given, fit the start and the feed");
    }

    @Test
    void aSlotSaidToBeZeroOnTheDataThatIsNotIsRefused() {
        fixed[tape.at("kept")] = true;
        fixed[tape.at("relu(kept)")] = true;
        known[tape.at("relu(kept)")] = true;

        assertRefused("expected: slot 9, which is known to be zero, is zero at the start on all data");
    }

    /** The finder believes what it is told, the checker asks again. */
    @Test
    void whatIsFoundByADeclarationThatIsTakenBackIsRefused() {
        Tape fickle = new Tape();
        int w = fickle.state("w", 0);
        int[] asked = {0};
        fickle.next(w, fickle.slot("w'", new Operation() {
            @Override
            public Object apply(Object x, Object y, Object z) {
                return x;
            }

            @Override
            public boolean vanishes(boolean x, boolean y, boolean z) {
                return asked[0]++ < 2;
            }

            @Override
            public boolean keeps(boolean y, boolean z) {
                return false;
            }
        }, w));

        assertThatThrownBy(() -> Findings.of(fickle.question(), Horizon.FOR_EVER)).isInstanceOf(DomainException.class)
                .hasMessage("the certificate is refused, expected: a computed slot marked zero is known to be, or its operation "
                        + "vanishes with its operands that are marked");
    }

    private void assertBreaks(Condition condition, Certificate certificate) {
        assertThat(certificate.isValid(program, next, Horizon.FOR_EVER)).isFalse();
        assertThat(certificate.broken(program, next, Horizon.FOR_EVER)).isEqualTo(Optional.of(condition));
    }

    private void assertRefused(String message) {
        Question question = tape.question(FeedFacts.ofData(List.of(Tape.row(1, 1), Tape.row(2, 1)), Tape.IS_ZERO));
        assertThat(certificate().isValid(program, next, Horizon.FOR_EVER)).isTrue();
        assertThatThrownBy(() -> Findings.of(question, Horizon.FOR_EVER, certificate()))
                .isInstanceOf(DomainException.class).hasMessageEndingWith(message);
    }

    private Certificate certificate() {
        return new Certificate(zero, of, known, fixed);
    }
}
