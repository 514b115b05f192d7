package org.stillpoint.lab.substitute;

import java.io.Serializable;
import java.util.Locale;

/** Messages of Hipparchus in English only: in the browser there are no bundles of translations. */
public interface Localizable extends Serializable {

    /** The message in English. */
    String getSourceString();

    /** The message in a language. */
    String getLocalizedString(Locale locale);

    /** The message in English, whatever was asked for. */
    default String getLocalizedString(String baseName, String key, Locale locale) {
        return getSourceString();
    }
}
