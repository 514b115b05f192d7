package org.stillpoint.proof.prover;

import de.uka.ilkd.key.control.DefaultUserInterfaceControl;
import de.uka.ilkd.key.control.KeYEnvironment;
import de.uka.ilkd.key.rule.Taclet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules that KeY has loaded and that are not its own, wherever they come from. KeY's own are those that it has when it loads
 * the same Java source, without any comment, and no file of rules: a rule is one of them if it has the name, the origin and the
 * content of one.
 */
public final class LoadedRules {

    private static final String COMMENTS = "(?s)/\\*.*?\\*/|//[^\n]*";
    private static Set<String> own;

    private LoadedRules() {
    }

    public static List<Taclet> in(KeYEnvironment<DefaultUserInterfaceControl> environment) {
        Set<String> ofKey = own();
        return environment.getInitConfig().activatedTaclets().stream().filter(rule -> !ofKey.contains(content(rule))).toList();
    }

    /** Those that a problem has in this build's proofs. */
    public static List<Taclet> of(Path problem) {
        return in(Problems.of(problem));
    }

    private static String content(Taclet rule) {
        return rule.getOrigin() + "\n" + rule;
    }

    private static synchronized Set<String> own() {
        if (own == null) {
            KeYEnvironment<DefaultUserInterfaceControl> environment = Prover.environment(problemWithoutRules());
            own = environment.getInitConfig().activatedTaclets().stream().map(LoadedRules::content).collect(Collectors.toSet());
            environment.dispose();
        }
        return own;
    }

    private static Path problemWithoutRules() {
        Specification specification = Specification.ofThisBuild();
        Path folder = Path.of("target", "specifications", "without-rules").toAbsolutePath();
        specification.stubs().forEach(file -> copyWithoutComments(file, folder));
        specification.sources().forEach(file -> copyWithoutComments(file, folder));
        return write(folder.resolve("problem.key"),
                "\\classpath \"specs/stubs\";\n\\javaSource \"src/main/java/org/stillpoint/kernel\";\n\\problem { true }\n");
    }

    /** Contracts name what only the rules' files declare. */
    private static void copyWithoutComments(Path file, Path folder) {
        write(folder.resolve(Path.of("").toAbsolutePath().relativize(file.toAbsolutePath())),
                Specification.read(file).replaceAll(COMMENTS, ""));
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
