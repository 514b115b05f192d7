package org.stillpoint.check.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The lines that a program writes to its standard output, read by a thread of its own. No more than a few lines are kept: a
 * program that writes on and on has to wait.
 */
final class OutputLines {

    /** The longest line that is read, in bytes. */
    static final int LONGEST_LINE = 4 * 1024 * 1024;

    private static final int KEPT_LINES = 4;
    private static final int BUFFER = 64 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final BlockingQueue<Output> queue = new ArrayBlockingQueue<>(KEPT_LINES);
    private final Thread thread = new Thread(this::read, "standard output");

    private OutputLines(InputStream in) {
        this.in = in;
    }

    static OutputLines of(InputStream in) {
        OutputLines lines = new OutputLines(in);
        lines.thread.setDaemon(true);
        lines.thread.start();
        return lines;
    }

    /** The next output, after waiting for it no longer than this; null if there is none. */
    Output next(long nanoseconds) throws InterruptedException {
        return queue.poll(nanoseconds, TimeUnit.NANOSECONDS);
    }

    /** The next output, if it is there, which stays there; null if there is none. */
    Output peek() {
        return queue.peek();
    }

    /** Reads no more. */
    void stop() {
        thread.interrupt();
    }

    private void read() {
        try {
            readLines();
            queue.put(new End());
        } catch (InterruptedException e) {
            thread.interrupt();
        }
    }

    private void readLines() throws InterruptedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int length = fill(buffer); length >= 0; length = fill(buffer)) {
            int start = 0;
            for (int i = 0; i < length; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, start, i - start);
                    queue.put(output(line, i + 1 < length));
                    line.reset();
                    start = i + 1;
                }
            }
            line.write(buffer, start, length - start);
            if (line.size() > LONGEST_LINE) {
                queue.put(tooLong());
                return;
            }
        }
        if (line.size() > 0) {
            queue.put(new Fault("half a line, " + Foreign.quoted(line.toString(StandardCharsets.UTF_8))
                    + ", and then the end of standard output, expected a line break"));
        }
    }

    /** What is there, or -1 at the end, also of a program that was ended. */
    private int fill(byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }

    private static Output output(ByteArrayOutputStream line, boolean more) {
        if (line.size() > LONGEST_LINE) {
            return tooLong();
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString();
            String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            return new Line(unmarked.endsWith("\r") ? unmarked.substring(0, unmarked.length() - 1) : unmarked, more);
        } catch (CharacterCodingException e) {
            return new Fault("a line that is not UTF-8, " + Foreign.quoted(line.toString(StandardCharsets.UTF_8))
                    + ", expected JSON in UTF-8");
        }
    }

    private static Fault tooLong() {
        return new Fault("a line longer than " + LONGEST_LINE + " bytes, expected at most that");
    }

    /** What comes of reading. */
    sealed interface Output {
    }

    /**
     * A line without its end.
     *
     * @param more whether something was written right behind it
     */
    record Line(String text, boolean more) implements Output {
    }

    /** Something else, in words: what it is, and what was expected. */
    record Fault(String message) implements Output {
    }

    /** No more output will come. */
    record End() implements Output {
    }
}
