package org.stillpoint.proof;

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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Each mistake makes the property fail that is about the method it is in, and that property holds without it. */
class MutantPropertiesTest {

    private static final String PROPERTIES = "org.stillpoint.properties.KernelProperties";

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> thePropertyOfAMutantFails() {
        return Mutant.all().stream().map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> {
            TestExecutionSummary changed = run(mutant, mutant.apply(fileOf(mutant), text(mutant)));
            TestExecutionSummary unchanged = run(mutant, text(mutant));

            assertThat(changed.getTestsFailedCount()).as("failures of %s with the mistake", mutant.property()).isEqualTo(1);
            assertThat(unchanged.getTestsSucceededCount()).as("successes of %s without it", mutant.property()).isEqualTo(1);
        }));
    }

    private TestExecutionSummary run(Mutant mutant, String source) throws IOException {
        Path work = Files.createTempDirectory(directory, mutant.name());
        Path file = Files.writeString(work.resolve(fileOf(mutant)), source);
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-nowarn", "-d", work.toString(),
                "-classpath", System.getProperty("java.class.path"), file.toString());
        assertThat(status).as("exit code of the compiler for %s", mutant.name()).isZero();

        try (KernelLoader loader = new KernelLoader(work)) {
            return run(loader, mutant.property(), work.resolve("jqwik-database"));
        }
    }

    private static TestExecutionSummary run(KernelLoader loader, String property, Path database) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Class<?> properties = loader.loadClass(PROPERTIES);
            Method method = Arrays.stream(properties.getDeclaredMethods())
                    .filter(candidate -> candidate.getName().equals(property)).findFirst().orElseThrow();
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectMethod(properties, method))
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

    private static String fileOf(Mutant mutant) {
        return mutant.contract().substring(0, mutant.contract().indexOf('.')) + ".java";
    }

    private static String text(Mutant mutant) {
        return Specification.ofThisBuild().sources().stream()
                .filter(source -> source.endsWith(fileOf(mutant))).map(Specification::read).findFirst().orElseThrow();
    }

    /** Loads the changed class of the kernel, and anew every class of this project that may refer to it. */
    private static final class KernelLoader extends URLClassLoader {

        KernelLoader(Path changed) {
            super(Stream.concat(Stream.of(changed), Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of).filter(Files::isDirectory)).map(KernelLoader::url).toArray(URL[]::new),
                    MutantPropertiesTest.class.getClassLoader());
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
            if (!name.startsWith("org.stillpoint.")) {
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
