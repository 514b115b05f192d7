package org.stillpoint.graph.floating;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.graph.certificate.FeedFacts;
import org.stillpoint.graph.certificate.Findings;
import org.stillpoint.graph.certificate.Horizon;
import org.stillpoint.graph.certificate.Question;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.kernel.graph.Feed;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;
import org.stillpoint.kernel.graph.Training;

/**
 * A training of numbers in floating point: the slots of an exact one, each with its operation rounded, which the kernel runs in
 * program order. Every sum adds its terms as the program says, one after the other.
 */
public final class FloatingTraining {

    private final TrainingProgram exact;
    private final Format format;
    private final Program program;

    private FloatingTraining(TrainingProgram exact, Format format, Program program) {
        this.exact = exact;
        this.format = format;
        this.program = program;
    }

    /** Of operations that declare nothing: what is found of it holds for any operands. */
    public static FloatingTraining of(TrainingProgram exact, Format format) {
        return of(exact, format, FloatingOperation.Laws.NONE);
    }

    static FloatingTraining of(TrainingProgram exact, Format format, FloatingOperation.Laws laws) {
        Program program = exact.program();
        Operation[] rounded = new Operation[program.operations.length];
        Map<Operation, Operation> seen = new IdentityHashMap<>();
        for (int s = program.given; s < rounded.length; s++) {
            rounded[s] = seen.computeIfAbsent(program.operations[s], operation -> FloatingOperation.of(operation, format, laws));
        }
        return new FloatingTraining(exact, format, Program.of(program.given, rounded, program.a, program.b, program.c));
    }

    Object[] start() {
        return exact.start().stream().map(value -> format.round((BigFraction) value)).toArray();
    }

    /** What never happens, whatever it is fed. */
    Findings findings() {
        return Findings.of(new Question(program, exact.next(), start(), FeedFacts.arbitrary(program.given - exact.state()),
                Format::isZero, exact::name), Horizon.FOR_EVER);
    }

    /** The state before each step and after the last. */
    public List<Object[]> states(int steps, Feed feed) {
        List<Object[]> states = new ArrayList<>();
        states.add(start());
        for (int n = 0; n < steps; n++) {
            states.add(Training.step(program, exact.next(), states.get(n), feed, n));
        }
        return states;
    }

    /** The state after some steps of the kernel's loop. */
    Object[] state(int steps, Feed feed) {
        return Training.train(program, exact.next(), start(), feed, steps);
    }

    /** Whether a certificate says that these state slots stay equal, whatever it is fed. */
    public boolean certifies(List<String> twins) {
        Findings findings = findings();
        return twins.stream().map(exact::slot).map(findings.certificate()::of).distinct().count() == 1;
    }

    /** The first step after which some of these differ, counted from 1; 0 if none does. */
    public static int parting(List<Object[]> states, List<Integer> slots) {
        return IntStream.range(1, states.size())
                .filter(n -> slots.stream().map(slot -> states.get(n)[slot]).distinct().count() > 1).findFirst().orElse(0);
    }
}
