package org.stillpoint.proof.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.stillpoint.arbitraries.DomainReportingFormat;

/** A class of this project with another text, under which properties run as if it were the real one. */
record ChangedClass(String file, String source) {

    /**
     * Compiles the class and runs a property.
     *
     * @param properties the full name of the class of the property
     * @param work an empty directory
     */
    TestExecutionSummary run(String properties, String property, Path work) throws IOException {
        Path text = Files.writeString(work.resolve(file), source);
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-nowarn", "-d", work.toString(),
                "-classpath", System.getProperty("java.class.path"), text.toString());
        assertThat(status).as("exit code of the compiler for %s", work).isZero();
        try (Loader loader = new Loader(work)) {
            return run(loader, properties, property, work.resolve("jqwik-database"));
        }
    }

    private static TestExecutionSummary run(Loader loader, String properties, String property, Path database) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Class<?> type = loader.loadClass(properties);
            Method method = Arrays.stream(type.getDeclaredMethods())
                    .filter(candidate -> candidate.getName().equals(property)).findFirst().orElseThrow();
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectMethod(type, method))
                    .configurationParameter("jqwik.database", database.toString())
                    .configurationParameter("jqwik.shrinking.default", "OFF")
                    .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                    .build();
            LauncherFactory.create().execute(request, listener);
            return listener.getSummary();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Loads the changed class, and anew every class of this project that may refer to it. */
    private static final class Loader extends URLClassLoader {

        /** jqwik keeps what it reports samples by for the whole virtual machine, where it would outlive this loader. */
        private static final String KEPT = DomainReportingFormat.class.getName();

        Loader(Path changed) {
            super(Stream.concat(Stream.of(changed), Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of).filter(Files::isDirectory)).map(Loader::url).toArray(URL[]::new),
                    ChangedClass.class.getClassLoader());
        }

        private static URL url(Path directory) {
            try {
                return directory.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.stillpoint.") || name.startsWith(KEPT)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                return Objects.requireNonNullElseGet(findLoadedClass(name), () -> findHere(name));
            }
        }

        private Class<?> findHere(String name) {
            try {
                return findClass(name);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
