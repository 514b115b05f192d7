package org.stillpoint.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.stillpoint.engine.ParameterBits;
import org.stillpoint.training.StepListener;
import org.stillpoint.training.Stop;
import org.stillpoint.training.StoppedException;

/** Stops a training whose numbers grow too long, and shows how far it is if somebody watches. */
final class Watch implements StepListener {

    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final Terminal terminal;
    private final int steps;
    private final int maxBits;
    private long shown = System.nanoTime();
    private boolean visible;

    Watch(Terminal terminal, int steps, int maxBits) {
        this.terminal = terminal;
        this.steps = steps;
        this.maxBits = maxBits;
    }

    @Override
    public void afterStep(int step, ParameterBits bits) {
        if (bits.atMost() > maxBits) {
            requireShort(step, bits.exact());
        }
        show(step, () -> ", numbers of " + bits.exact() + " bits");
    }

    /** Shows how far it is. */
    void show(int step) {
        show(step, () -> "");
    }

    private void show(int step, Supplier<String> more) {
        if (terminal.interactive() && System.nanoTime() - shown > INTERVAL) {
            terminal.err().print("\rstep " + step + " of " + steps + more.get());
            terminal.err().flush();
            shown = System.nanoTime();
            visible = true;
        }
    }

    private void requireShort(int step, int longest) {
        if (longest > maxBits) {
            throw new StoppedException(new Stop(step, longest, maxBits));
        }
    }

    /** Takes the line of progress away. */
    void clear() {
        if (visible) {
            terminal.err().print("\r" + " ".repeat(70) + "\r");
            terminal.err().flush();
        }
    }
}
