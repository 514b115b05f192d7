package org.stillpoint.modelfile.hdf;

import io.jhdf.exceptions.UnsupportedHdfException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;

/** What jhdf throws on files that are not well-formed, as one line. */
final class HdfErrors {

    private static final int MOST_CAUSES = 100;

    private HdfErrors() {
    }

    /**
     * What comes of an action that reads by jhdf.
     *
     * @throws FormatException if the file is not well-formed
     * @throws IOException if it ends too early, or cannot be read
     */
    static <T> T contained(String name, Callable<T> action) throws IOException {
        try {
            return action.call();
        } catch (IOException e) {
            throw e;
        } catch (StackOverflowError e) {
            throw new FormatException(name + ": parts that contain themselves, or are too deep in one another,"
                    + " expected an HDF5 file");
        } catch (Exception e) {
            throw told(name, e);
        }
    }

    /** What is wrong with a group or tensor, where that is not said yet. */
    static RuntimeException at(String name, String path, RuntimeException e) {
        boolean isTold = causes(e).anyMatch(cause -> cause instanceof FormatException || cause instanceof IOException);
        return isTold ? e : new FormatException(name + ": " + Quoted.plain(path) + ": " + reason(e)
                + ", expected a well-formed HDF5 file");
    }

    private static FormatException told(String name, Exception e) throws IOException {
        Optional<Throwable> own = causes(e).filter(cause -> cause instanceof FormatException || cause instanceof IOException)
                .findFirst();
        if (own.isPresent() && own.get() instanceof IOException end && end.getMessage() != null) {
            throw end instanceof EOFException ? end : new IOException(end.getMessage(), end);
        }
        return own.isPresent() && own.get() instanceof FormatException format ? format
                : new FormatException(name + ": " + reason(e) + ", expected a well-formed HDF5 file");
    }

    /** Why, if something is well-formed, but none of what jhdf understands. */
    static Optional<String> unsupported(RuntimeException e) {
        return causes(e).filter(UnsupportedHdfException.class::isInstance).findFirst().map(HdfErrors::line);
    }

    private static String reason(Throwable e) {
        return line(causes(e).reduce((first, second) -> second).orElse(e));
    }

    private static String line(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName()
                : Quoted.plain(e.getMessage());
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(MOST_CAUSES);
    }
}
