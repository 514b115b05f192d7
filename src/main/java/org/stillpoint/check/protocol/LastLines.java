package org.stillpoint.check.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines that a program writes to its standard error; a thread of its own reads all of it, so that none has to wait. */
final class LastLines {

    /** The most lines that are kept. */
    static final int KEPT = 20;

    /** The longest line that is kept whole, in bytes. */
    static final int LONGEST = 300;

    private static final int BUFFER = 8 * 1024;

    private final InputStream in;
    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread thread = new Thread(this::read, "standard error");

    private LastLines(InputStream in) {
        this.in = in;
    }

    static LastLines of(InputStream in) {
        LastLines lines = new LastLines(in);
        lines.thread.setDaemon(true);
        lines.thread.start();
        return lines;
    }

    /** What there is after waiting no longer than this for the end of it: oldest first, fit to be shown. */
    List<String> after(long milliseconds) {
        try {
            thread.join(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    private void read() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int length = fill(buffer); length >= 0; length = fill(buffer)) {
            for (int i = 0; i < length; i++) {
                if (buffer[i] == '\n') {
                    keep(line);
                } else if (line.size() <= LONGEST) {
                    line.write(buffer[i]);
                }
            }
        }
        if (line.size() > 0) {
            keep(line);
        }
    }

    private int fill(byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }

    private void keep(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        synchronized (lines) {
            lines.add(Foreign.shown(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, LONGEST));
            if (lines.size() > KEPT) {
                lines.remove();
            }
        }
    }
}
