package org.stillpoint.lab.browser;

import java.util.function.Supplier;
import org.stillpoint.lab.Session;
import org.teavm.jso.JSExport;

/** What a page can call: the calls of one {@link Session}. */
public final class Bridge {

    private static final Session SESSION = new Session();

    private Bridge() {
    }

    /** Nothing: the page calls the exported methods. */
    public static void main(String[] args) {
    }

    @JSExport
    public static String begin(String run, String problem) {
        return answer(() -> SESSION.begin(run, problem));
    }

    @JSExport
    public static String at(String run, int step) {
        return answer(() -> SESSION.at(run, step));
    }

    @JSExport
    public static String until(String run, int most) {
        return answer(() -> SESSION.until(run, most));
    }

    @JSExport
    public static String curve(String run, int last) {
        return answer(() -> SESSION.curve(run, last));
    }

    @JSExport
    public static String regions(String run, int step, String grid) {
        return answer(() -> SESSION.regions(run, step, grid));
    }

    /** A defect is answered too, as an exception would reach the page without its message. */
    private static String answer(Supplier<String> answered) {
        try {
            return answered.get();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return "{\"error\":\"the engine has failed, which it never should: " + plain(String.valueOf(e)) + "\"}";
        }
    }

    /** A text as it can stand in a string of JSON, in one line. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(c -> plain.append(c < ' ' ? ' ' : (char) c));
        return plain.toString().replace('\\', '/').replace('"', '\'');
    }
}
