package org.stillpoint.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.stillpoint.witness.Counterexample;

/** Saves the smallest counterexample known when the program is told to end, as by Ctrl-C, before the search is over. */
final class BestSoFar implements Consumer<Counterexample>, AutoCloseable {

    private final Terminal terminal;
    private final Consumer<Counterexample> save;
    private final AtomicReference<Counterexample> best = new AtomicReference<>();
    private final Thread hook = new Thread(this::interrupted);

    /** @param save writes the file */
    BestSoFar(Terminal terminal, Consumer<Counterexample> save) {
        this.terminal = terminal;
        this.save = save;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void accept(Counterexample smaller) {
        best.set(smaller);
    }

    /** What happens when the program is told to end. */
    void interrupted() {
        Optional.ofNullable(best.get()).ifPresent(found -> {
            save.accept(found);
            terminal.err().println("stillpoint: interrupted; saved the smallest counterexample found so far");
        });
    }

    /** The search is over and its result saved in the ordinary way. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The program is told to end already, and the hook runs.
        }
    }
}
