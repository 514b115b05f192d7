package org.stillpoint.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.stillpoint.format.FormatException;
import org.stillpoint.report.LabPage;

/**
 * What the tests of a build did, as the reports of its test runner say: claims are bound only if every class of tests ran in it
 * and passed.
 *
 * @param project the project's directory
 * @param begun when the build began; a report or evidence from before is of another one
 */
record TestRun(Path project, Instant begun) {

    /** The classes that only a profile runs, each all of it. */
    static final Set<String> OF_PROFILES = Set.of(
            "org.stillpoint.proof.saved.KernelReplayTest", "org.stillpoint.proof.saved.TheoremReplayTest",
            "org.stillpoint.proof.mutant.MutantsOfThePartsTest", "org.stillpoint.proof.mutant.MutantsOfTrainingTest",
            "org.stillpoint.proof.mutant.MutantsOfProgramsTest", "org.stillpoint.proof.mutant.MutantsOfNumbersTest",
            "org.stillpoint.proof.coq.CoqTest", "org.stillpoint.attacks.AttacksTest",
            "org.stillpoint.check.library.ImplementationsTest", "org.stillpoint.check.library.DriftsTest",
            "org.stillpoint.census.AllScopesTest");

    private static final Path SOURCES = Path.of("src", "test", "java");
    private static final Path REPORTS = Path.of("target", "surefire-reports");
    private static final List<String> OF_OTHERS = List.of("failures", "errors", "skipped", "flakes");

    /**
     * Every class that did not run in this build, or of which a test failed, was skipped, or passed only when it was run again.
     */
    List<String> problems() throws IOException {
        List<String> problems = new ArrayList<>();
        for (String type : types()) {
            Path report = project.resolve(REPORTS).resolve("TEST-" + type + ".xml");
            if (!Files.isRegularFile(report) || isOld(report)) {
                problems.add(type + " did not run in this build");
            } else {
                failure(report).ifPresent(failure -> problems.add(type + " did not pass in this build: " + failure));
            }
        }
        return problems;
    }

    /** Every file of evidence that was there before the build. */
    List<String> old(Path evidence) throws IOException {
        if (!Files.isDirectory(evidence)) {
            return List.of();
        }
        List<String> old = new ArrayList<>();
        try (Stream<Path> files = Files.list(evidence)) {
            for (Path file : files.sorted().toList()) {
                if (isOld(file)) {
                    old.add(file + " was there before this build");
                }
            }
        }
        return old;
    }

    /** What is wrong if this build has not put the lab together. */
    Optional<String> withoutLab() throws IOException {
        Path lab = project.resolve("target/classes").resolve(LabPage.RESOURCE);
        return Files.isRegularFile(lab) && !isOld(lab) ? Optional.empty()
                : Optional.of("the lab was not put together in this build, expected " + lab);
    }

    private boolean isOld(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(begun);
    }

    /** The classes of tests that there are, by the names of their sources. */
    private List<String> types() throws IOException {
        Path sources = project.resolve(SOURCES);
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> sources.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "."))
                    .filter(name -> name.endsWith("Test.java") || name.endsWith("Properties.java"))
                    .map(name -> name.replaceFirst("[.]java$", "")).filter(type -> !OF_PROFILES.contains(type)).sorted().toList();
        }
    }

    private static Optional<String> failure(Path report) throws IOException {
        try (InputStream in = Files.newInputStream(report)) {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader suite = factory.createXMLStreamReader(in);
            suite.nextTag();
            if (count(suite, "tests") == 0) {
                return Optional.of("tests: 0");
            }
            return OF_OTHERS.stream().filter(what -> count(suite, what) > 0).map(what -> what + ": " + count(suite, what))
                    .findFirst();
        } catch (XMLStreamException e) {
            throw new FormatException(report + ": no report of a test runner");
        }
    }

    private static int count(XMLStreamReader suite, String what) {
        String number = suite.getAttributeValue(null, what);
        return number == null ? 0 : Integer.parseInt(number);
    }
}
