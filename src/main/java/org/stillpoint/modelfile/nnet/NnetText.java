package org.stillpoint.modelfile.nnet;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Rounded;

/**
 * The lines of a file, each of numbers with commas between them and perhaps one behind the last. A decimal is the binary64 that
 * is nearest to it, as it is for the tools that write and read these files, since none of them keeps decimals.
 */
final class NnetText {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");
    private static final Pattern INFINITE = Pattern.compile("[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_NUMBER = Pattern.compile("[+-]?nan", Pattern.CASE_INSENSITIVE);
    private static final int MAX_LENGTH = 2000;

    /** Above this power of ten nothing is finite, and below its inverse nothing is as near to anything as to 0. */
    private static final long MAX_POWER = 400;

    private final String name;
    private final byte[] content;
    private int place;
    private int line;

    NnetText(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /** How many bytes are left. */
    int left() {
        return content.length - place;
    }

    /** Skips the comments at the beginning. */
    void skipComments() {
        while (left() >= 2 && content[place] == '/' && content[place + 1] == '/') {
            nextLine();
        }
    }

    /** The codes of the numbers of the next line, of which there have to be so many. */
    long[] numbers(int count, String what) {
        List<String> texts = fields(what);
        if (texts.size() != count) {
            throw error(what + ": " + texts.size() + " numbers, expected " + count);
        }
        return texts.stream().mapToLong(text -> code(text, what)).toArray();
    }

    /** The integers of the next line, each from 0 and at most a million. */
    List<Integer> integers(String what) {
        return fields(what).stream().map(text -> {
            if (!text.matches("\\d{1,6}")) {
                throw error(what + ": " + Quoted.of(text) + ", expected an integer from 0 to 999999");
            }
            return Integer.parseInt(text);
        }).toList();
    }

    /** Passes over the next line, which nobody uses. */
    void skipLine(String what) {
        fields(what);
    }

    /** @throws FormatException if anything but blank lines is left */
    void requireEnd() {
        while (left() > 0) {
            String rest = nextLine().strip();
            if (!rest.isEmpty()) {
                throw error(Quoted.of(rest) + " behind the last layer, expected the end");
            }
        }
    }

    private List<String> fields(String what) {
        if (left() == 0) {
            throw new FormatException(name + ": ends after line " + line + ", expected " + what);
        }
        List<String> fields = new ArrayList<>();
        String text = nextLine();
        int from = 0;
        while (from < text.length()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            String field = text.substring(from, to).strip();
            if (!field.isEmpty() || comma >= 0) {
                fields.add(field);
            }
            from = to + 1;
        }
        return fields;
    }

    private String nextLine() {
        int from = place;
        while (place < content.length && content[place] != '\n') {
            place++;
        }
        String text = new String(content, from, place - from, StandardCharsets.ISO_8859_1);
        place = Math.min(place + 1, content.length);
        line++;
        return text;
    }

    private long code(String text, String what) {
        if (text.length() > MAX_LENGTH) {
            throw error(what + ": a number of " + text.length() + " characters, expected at most " + MAX_LENGTH);
        }
        if (DECIMAL.matcher(text).matches()) {
            return nearest(new BigDecimal(text));
        }
        if (INFINITE.matcher(text).matches()) {
            return text.startsWith("-") ? Code.INFINITY | 1L << 63 : Code.INFINITY;
        }
        if (NO_NUMBER.matcher(text).matches()) {
            return Code.NOT_A_NUMBER;
        }
        throw error(what + ": " + Quoted.of(text) + ", expected a number");
    }

    private static long nearest(BigDecimal decimal) {
        long power = decimal.precision() - (long) decimal.scale();
        if (decimal.signum() == 0 || power < -MAX_POWER) {
            return 0;
        }
        BigFraction number = power > MAX_POWER ? ExactNumber.of(BigDecimal.TEN.pow((int) MAX_POWER))
                .multiply(decimal.signum()) : ExactNumber.of(decimal);
        return Rounded.of(number, ElementType.FLOAT64).code(ElementType.FLOAT64);
    }

    FormatException error(String message) {
        return new FormatException(name + ": line " + line + ": " + message);
    }
}
