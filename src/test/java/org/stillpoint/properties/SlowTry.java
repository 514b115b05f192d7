package org.stillpoint.properties;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import org.stillpoint.arbitraries.DomainReportingFormat;

/** One try of a property took too long. */
final class SlowTry extends AssertionError {

    private static final long serialVersionUID = 1;

    private SlowTry(String message) {
        super(message);
    }

    /** After so many seconds, on these parameters. */
    static SlowTry after(long seconds, Method property, List<Object> parameters) {
        return new SlowTry(name(property) + ": one try took more than " + seconds + " s, expected far less; the sample: "
                + parameters.stream().map(SlowTry::text).collect(Collectors.joining("; ")));
    }

    /** The result of a property that ended so, with its seed in what it says; any other result as it is. */
    static PropertyExecutionResult withSeed(PropertyExecutionResult result) {
        return result.throwable().filter(SlowTry.class::isInstance)
                .map(slow -> result.mapToFailed(new SlowTry(slow.getMessage() + "; the seed: " + result.seed().orElse("unknown"))))
                .orElse(result);
    }

    private static String name(Method property) {
        return property.getDeclaringClass().getSimpleName() + "." + property.getName();
    }

    private static String text(Object parameter) {
        DomainReportingFormat format = new DomainReportingFormat();
        return String.valueOf(format.appliesTo(parameter) ? format.report(parameter) : parameter);
    }
}
