package org.stillpoint.check.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.check.question.NoAnswerException;

/**
 * A program that is asked in lines on its standard input and answers in lines on its standard output. It may do anything: nothing
 * that it does, or leaves undone, takes longer than the time limit or more memory than a few of the longest lines. It is ended
 * with all that it started (see {@link ProcessFamily}), also when this program is ended, unless by force.
 */
public final class ProgramProcess implements AutoCloseable {

    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LAST_WORDS = TimeUnit.SECONDS.toNanos(1);
    private static final long GRACE = 500;
    private static final Pattern ERROR_NUMBER = Pattern.compile("error[=:] ?([0-9]+)");

    private static final String ONE_LINE = ", expected one line on standard output for each request and nothing else there";

    private final Process process;
    private final ProcessFamily family;
    private final OutputLines output;
    private final LastLines errors;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "standard input");
        thread.setDaemon(true);
        return thread;
    });

    private ProgramProcess(Process process, ProcessFamily family) {
        this.process = process;
        this.family = family;
        output = OutputLines.of(process.getInputStream());
        errors = LastLines.of(process.getErrorStream());
    }

    /**
     * Starts a program.
     *
     * @param command with arguments, at least one word
     * @throws NoAnswerException if it cannot be started
     */
    public static ProgramProcess start(List<String> command) {
        ProcessFamily family = new ProcessFamily();
        ProcessBuilder builder = new ProcessBuilder(command);
        family.mark(builder.environment());
        try {
            Process process = builder.start();
            family.begin(process.toHandle());
            return new ProgramProcess(process, family);
        } catch (IOException e) {
            throw new NoAnswerException(Foreign.quoted(command.get(0)) + ": " + reason(e)
                    + ", expected a program that can be started");
        }
    }

    private static String reason(IOException e) {
        Matcher number = ERROR_NUMBER.matcher(String.valueOf(e.getMessage()));
        return switch (number.find() ? number.group(1) : "") {
            case "2" -> "no such program";
            case "13" -> "no permission to run it";
            default -> "cannot be started";
        };
    }

    /**
     * Writes a line and reads one.
     *
     * @param request what errors call it
     * @param limit for both together
     * @throws NoAnswerException if there is no line within the limit, or anything but one line; then the program is ended
     */
    public String ask(String request, String line, Duration limit) {
        if (output.peek() instanceof OutputLines.Line early) {
            throw failure(request + ": " + Foreign.quoted(early.text()) + " on standard output before it was sent" + ONE_LINE);
        }
        long start = System.nanoTime();
        Future<Boolean> written = writer.submit(() -> write(line));
        OutputLines.Output answer = await(start, limit.toNanos());
        family.look();
        if (answer instanceof OutputLines.Line said && !said.more()) {
            return said.text();
        }
        throw failure(request + ": "
                + (answer == null && process.isAlive() ? silence(written.isDone(), limit) : unexpected(answer)));
    }

    /** Whether it could be; what that means is seen from what the program does next. */
    private boolean write(String line) {
        try {
            OutputStream in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The next output, or null if there is none; of a program that has ended, only what is still under way. */
    private OutputLines.Output await(long start, long limit) {
        try {
            long end = limit;
            OutputLines.Output next = null;
            for (long now = 0; next == null && now < end; now = System.nanoTime() - start) {
                next = output.next(Math.min(SLICE, end - now));
                if (end == limit && !process.isAlive()) {
                    end = Math.min(limit, System.nanoTime() - start + LAST_WORDS);
                }
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static String silence(boolean read, Duration limit) {
        return (read ? "no answer" : "not read") + " within " + seconds(limit) + ", expected "
                + (read ? "a line on standard output, flushed" : "the program to read its standard input");
    }

    private String unexpected(OutputLines.Output last) {
        if (last instanceof OutputLines.Line said) {
            return "more than the line " + Foreign.quoted(said.text()) + ONE_LINE;
        }
        if (last instanceof OutputLines.Fault fault) {
            return fault.message();
        }
        return (hasEnded(GRACE) ? "the program ended with exit code " + process.exitValue()
                : "the program closed its standard output") + ", expected an answer";
    }

    private boolean hasEnded(long milliseconds) {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static String seconds(Duration limit) {
        BigDecimal seconds = BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros();
        return seconds.toPlainString() + (seconds.compareTo(BigDecimal.ONE) == 0 ? " second" : " seconds");
    }

    /** Ends the program, and says why, with the last lines of its standard error; to be thrown. */
    public NoAnswerException failure(String message) {
        end();
        return new NoAnswerException(message, errors.after(GRACE));
    }

    /** Ends the program: first the end of its standard input tells it to. */
    @Override
    public void close() {
        if (!writer.isShutdown()) {
            writer.submit(this::closeInput);
            hasEnded(GRACE);
        }
        end();
    }

    private boolean closeInput() {
        try {
            process.getOutputStream().close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void end() {
        family.end();
        output.stop();
        writer.shutdownNow();
    }
}
