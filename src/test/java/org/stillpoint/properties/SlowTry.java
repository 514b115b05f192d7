package org.stillpoint.properties;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.arbitraries.DomainReportingFormat;

/** One try of a property took too long, or what was to be drawn for it did. */
final class SlowTry extends AssertionError {

    private static final long serialVersionUID = 1;

    private final transient List<Object> parameters;

    /** @param parameters of the try, empty while they are drawn */
    SlowTry(Method property, long seconds, String seed, List<Object> parameters) {
        super(property.getDeclaringClass().getSimpleName() + "." + property.getName() + ": one try took more than " + seconds
                + " s, expected far less; the seed: " + seed + "; the sample: "
                + parameters.stream().map(SlowTry::text).collect(Collectors.joining("; ")));
        this.parameters = List.copyOf(parameters);
    }

    List<Object> parameters() {
        return parameters;
    }

    private static String text(Object parameter) {
        DomainReportingFormat format = new DomainReportingFormat();
        return String.valueOf(format.appliesTo(parameter) ? format.report(parameter) : parameter);
    }
}
