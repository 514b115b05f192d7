package org.stillpoint.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether all tests of a build ran and passed is read off the reports of its test runner. */
class TestRunTest {

    private static final Instant BEGUN = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final String PASSED = "tests=\"3\" errors=\"0\" skipped=\"0\" failures=\"0\" flakes=\"0\"";

    /** Tags of classes that every build runs, after the classes without tags. */
    private static final Set<String> OF_EVERY_BUILD = Set.of("proof", "saved-proofs", "mutant-records");

    @TempDir
    Path project;

    @Test
    void allClassesRanAndPassed() throws IOException {
        write(project, "org.example.SomeTest", PASSED);
        write(project, "org.example.below.SomeProperties", PASSED);

        assertThat(problems()).isEmpty();
    }

    @Test
    void aClassWithoutAReportDidNotRun() throws IOException {
        write(project, "org.example.SomeTest", PASSED);
        Files.delete(report("org.example.SomeTest"));

        assertThat(problems()).containsExactly("org.example.SomeTest did not run in this build");
    }

    @Test
    void aReportFromBeforeTheBuildIsOfAnotherOne() throws IOException {
        write(project, "org.example.SomeTest", PASSED);
        Files.setLastModifiedTime(report("org.example.SomeTest"), FileTime.from(BEGUN.minusSeconds(1)));

        assertThat(problems()).containsExactly("org.example.SomeTest did not run in this build");
    }

    @Test
    void aClassWithAFailureDidNotPass() throws IOException {
        write(project, "org.example.SomeTest", PASSED.replace("failures=\"0\"", "failures=\"2\""));

        assertThat(problems()).containsExactly("org.example.SomeTest did not pass in this build: failures: 2");
    }

    @Test
    void whatIsNoClassOfTestsIsNotExpected() throws IOException {
        write(project, "org.example.Helper", PASSED);
        Files.delete(report("org.example.Helper"));

        assertThat(problems()).isEmpty();
    }

    @Test
    void theClassesThatOnlyAProfileRunsAreThoseWithATagOfTheirOwn() {
        assertThat(TestRun.OF_PROFILES).isEqualTo(new ClassFileImporter().importPackages("org.stillpoint").stream()
                .filter(type -> type.isAnnotatedWith(Tag.class)
                        && !OF_EVERY_BUILD.contains(type.getAnnotationOfType(Tag.class).value()))
                .map(JavaClass::getName).collect(Collectors.toSet()));
    }

    /** A class of tests and the report of a runner about it. */
    static void write(Path project, String type, String result) throws IOException {
        Path source = project.resolve("src/test/java").resolve(type.replace('.', '/') + ".java");
        Path report = project.resolve("target/surefire-reports/TEST-" + type + ".xml");
        Files.createDirectories(source.getParent());
        Files.createDirectories(report.getParent());
        Files.writeString(source, "");
        Files.writeString(report, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"" + type + "\" " + result
                + "><properties/></testsuite>");
    }

    private Path report(String type) {
        return project.resolve("target/surefire-reports/TEST-" + type + ".xml");
    }

    private List<String> problems() throws IOException {
        return new TestRun(project, BEGUN).problems();
    }
}
