package org.stillpoint.attacks;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the tests that it is told of. */
public final class NamedTests {

    private NamedTests() {
    }

    /** @param args the file for what becomes of them, then the tests, each a class, {@code #} and a method */
    public static void main(String[] args) throws IOException {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameter("jqwik.database", "target/jqwik-database")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true");
        Arrays.stream(args).skip(1).forEach(test -> {
            Method method = method(test);
            request.selectors(selectMethod(method.getDeclaringClass(), method));
        });
        LauncherDiscoveryRequest tests = request.build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(tests, listener);
        TestExecutionSummary summary = listener.getSummary();
        List<String> failures = summary.getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName() + ": " + withCauses(failure.getException()))
                .toList();
        new TestRun(summary.getTestsSucceededCount(), failures).write(Path.of(args[0]));
    }

    private static String withCauses(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).map(Throwable::toString)
                .collect(Collectors.joining(", caused by "));
    }

    private static Method method(String test) {
        String[] parts = test.split("#");
        try {
            return Arrays.stream(Class.forName(parts[0], false, NamedTests.class.getClassLoader()).getDeclaredMethods())
                    .filter(method -> method.getName().equals(parts[1])).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no test " + test));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("no test " + test, e);
        }
    }
}
