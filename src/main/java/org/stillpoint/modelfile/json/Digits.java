package org.stillpoint.modelfile.json;

import java.math.BigDecimal;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;
import tools.jackson.databind.JsonNode;

/** How long texts and numbers of a file are when powers of ten are written out; {@code 1e-9999} is short in the file only. */
final class Digits {

    private long count;

    private Digits() {
    }

    /** @throws org.stillpoint.format.FormatException if they are longer than files that are read */
    static void requireFew(JsonCursor file) {
        Digits digits = new Digits();
        digits.add(file.node());
        if (digits.count > Source.MAX_BYTES) {
            throw file.error("numbers of about " + digits.count + " digits if powers of ten are written out, expected at most "
                    + Source.MAX_BYTES);
        }
    }

    private void add(JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            count += Math.max(number.precision(), Math.min(Math.abs((long) number.scale()), ExactNumber.MAX_EXPONENT));
        } else if (value.isString()) {
            count += Math.max(value.stringValue().length(), exponent(value.stringValue()));
        }
        value.forEach(this::add);
    }

    /** Those that are no exponents, or too large ones, are told of when the number is read. */
    private static long exponent(String text) {
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        try {
            return e < 0 ? 0
                    : Math.min(Math.abs((long) Integer.parseInt(text, e + 1, text.length(), 10)), ExactNumber.MAX_EXPONENT);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
