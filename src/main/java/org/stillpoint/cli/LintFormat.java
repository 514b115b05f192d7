package org.stillpoint.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** In what form the findings of the linter are written. */
enum LintFormat {

    TEXT, JSON, SARIF;

    /** By its name in lower case. */
    static final class Converter implements ITypeConverter<LintFormat> {

        @Override
        public LintFormat convert(String text) {
            for (LintFormat format : values()) {
                if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return format;
                }
            }
            throw new TypeConversionException("unknown format \"" + text + "\", expected text, json or sarif");
        }
    }
}
