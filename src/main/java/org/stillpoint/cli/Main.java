package org.stillpoint.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.stillpoint.domain.DomainException;
import org.stillpoint.format.FormatException;
import org.stillpoint.generation.GenerationException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The entry of the program. Exit codes: 0 done, 1 done with a negative answer, 2 bad usage or bad input. */
public final class Main {

    private static final int BAD_INPUT = 2;

    private Main() {
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(args, new Terminal(System.in, out, err, System.console() != null));
        out.flush();
        System.exit(code);
    }

    /** Runs one command and answers its exit code, without ending the program. */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        return run(args, new Terminal(in, out, err, false));
    }

    private static int run(String[] args, Terminal terminal) {
        CommandLine line = new CommandLine(new Stillpoint());
        Stillpoint.commands(terminal).forEach(line::addSubcommand);
        line.registerConverter(Integer.class, new IntegerConverter<>(Integer::valueOf, Integer.SIZE))
                .registerConverter(int.class, new IntegerConverter<>(Integer::valueOf, Integer.SIZE))
                .registerConverter(Long.class, new IntegerConverter<>(Long::valueOf, Long.SIZE))
                .registerConverter(long.class, new IntegerConverter<>(Long::valueOf, Long.SIZE));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler((e, arguments) -> refuse(terminal, UsageMessage.of(e)))
                .setExecutionExceptionHandler((e, command, parsed) -> refuse(terminal, reason(e)));
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            return refuse(terminal, "out of memory, expected a smaller network, data set or trace");
        }
    }

    private static String reason(Exception e) {
        boolean badInput = e instanceof FormatException || e instanceof DomainException
                || e instanceof GenerationException || e instanceof UsageException;
        return badInput ? e.getMessage() : "internal error: " + e;
    }

    /** Says in one line what is wrong; the exit code for that. */
    static int refuse(Terminal terminal, String message) {
        terminal.err().println("stillpoint: " + message.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?"));
        return BAD_INPUT;
    }
}
