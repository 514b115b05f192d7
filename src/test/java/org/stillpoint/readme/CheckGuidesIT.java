package org.stillpoint.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the guides to {@code check} and of the lesson plan, typed in their order in a folder that holds the jar and the
 * template that they begin with.
 */
class CheckGuidesIT {

    private static final Path GUIDES = Path.of("src/guide");
    private static final Path JAR = Path.of("target/stillpoint.jar");
    private static final Path TEMPLATE = Path.of("src/adapters/java/Template.java");

    @TempDir
    Path homework;

    @TempDir
    Path course;

    @TempDir
    Path lesson;

    @TestFactory
    Stream<DynamicTest> homeworkIsCheckedAsTheGuideSays() throws IOException {
        return commands("check-your-homework.md", homework);
    }

    @TestFactory
    Stream<DynamicTest> aClassIsGradedAsTheGuideSays() throws IOException {
        return commands("grade-a-class.md", course);
    }

    @TestFactory
    Stream<DynamicTest> theLessonGoesAsItsPlanSays() throws IOException {
        return commands("lesson-plan.md", lesson);
    }

    private static Stream<DynamicTest> commands(String guide, Path folder) throws IOException {
        copy(Path.of(System.getProperty("stillpoint.jar")), folder.resolve(JAR));
        copy(TEMPLATE, folder.resolve(TEMPLATE));
        Reader reader = new Reader(folder);
        return ConsoleExample.in(Files.readString(GUIDES.resolve(guide))).stream().map(example ->
                DynamicTest.dynamicTest(example.command(), () -> reader.tries(example).ifPresent(Assertions::fail)));
    }

    private static void copy(Path file, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
    }
}
