package org.stillpoint.lab.substitute;

import java.util.Set;
import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/**
 * Which classes are compiled for the browser in place of those of the same name that do not compile, or that bring along much
 * which the lab never uses, such as how every language writes dates. None of them calculates.
 */
public final class Substitutes implements SubstitutionPolicy {

    private static final String EXCEPTIONS = "org.hipparchus.exception";
    private static final Set<String> OF_EXCEPTIONS = Set.of(EXCEPTIONS + ".Localizable", EXCEPTIONS + ".LocalizedCoreFormats",
            EXCEPTIONS + ".MathRuntimeException", EXCEPTIONS + ".NullArgumentException");
    private static final String TRAINING = "org.stillpoint.training";

    @Override
    public void contribute(SubstitutionSink sink) {
        String here = Substitutes.class.getPackageName();
        sink.selectClasses(OF_EXCEPTIONS::contains).replacePackage(EXCEPTIONS, here);
        sink.selectClasses((TRAINING + ".Enclosing")::equals).replacePackage(TRAINING, here);
    }
}
