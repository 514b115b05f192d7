package org.stillpoint.lab.substitute;

import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/** Which classes are compiled for the browser in place of those of the same name that do not compile. None of them calculates. */
public final class Substitutes implements SubstitutionPolicy {

    private static final String REPLACED = "org.hipparchus.exception";

    @Override
    public void contribute(SubstitutionSink sink) {
        sink.selectClasses((REPLACED + ".Localizable")::equals)
                .replacePackage(REPLACED, Substitutes.class.getPackageName());
    }
}
