package org.stillpoint.cli;

import java.io.InputStream;
import java.io.PrintStream;
import org.stillpoint.format.OutputFile;
import org.stillpoint.format.Source;

/**
 * Where a command reads from and writes to.
 *
 * @param interactive whether somebody watches standard error, so that progress is worth showing
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive) {

    /** A file, or standard input for {@code -}. */
    Source source(String name) {
        return Source.read(name, in);
    }

    /** Writes a result to a file, or to standard output for {@code -} and for no name at all. */
    void write(String nameOrNull, String text) {
        if (nameOrNull == null || nameOrNull.equals("-")) {
            out.print(text);
            out.flush();
        } else {
            OutputFile.write(nameOrNull, text);
        }
    }
}
