package org.stillpoint.lab.substitute;

import java.util.Locale;
import org.hipparchus.exception.Localizable;

/** The messages of Hipparchus that fractions can end with, of some three hundred. One that is missing here does not compile. */
public enum LocalizedCoreFormats implements Localizable {

    DENOMINATOR("denominator"),
    FRACTION("fraction"),
    NULL_NOT_ALLOWED("null is not allowed"),
    NUMERATOR("numerator"),
    ZERO_DENOMINATOR("denominator must be different from 0");

    private final String source;

    LocalizedCoreFormats(String source) {
        this.source = source;
    }

    @Override
    public String getSourceString() {
        return source;
    }

    @Override
    public String getLocalizedString(Locale locale) {
        return source;
    }
}
