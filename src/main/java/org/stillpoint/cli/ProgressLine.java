package org.stillpoint.cli;

import java.util.concurrent.TimeUnit;

/**
 * One line on standard error that is written over and over if somebody watches; without colours, so that there are none to switch
 * off.
 */
final class ProgressLine {

    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);
    private static final int WIDTH = 70;
    private static final int BAR = 20;

    private final Terminal terminal;
    private long shown = System.nanoTime();
    private boolean visible;

    ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Whether the line is due: at most once a second. */
    boolean due() {
        if (System.nanoTime() - shown < INTERVAL) {
            return false;
        }
        shown = System.nanoTime();
        return true;
    }

    void show(String text) {
        if (terminal.interactive()) {
            print(text + " ".repeat(Math.max(0, WIDTH - text.length())));
            visible = true;
        }
    }

    /** Takes the line away. */
    void clear() {
        if (visible) {
            print(" ".repeat(WIDTH));
            print("");
            visible = false;
        }
    }

    private void print(String text) {
        terminal.err().print("\r" + text);
        terminal.err().flush();
    }

    /** A bar and the share in figures. */
    static String bar(int percent) {
        int full = Math.min(BAR, percent * BAR / 100);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + percent + " %";
    }
}
