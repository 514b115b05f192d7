package org.stillpoint.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The commit of a working tree, read from its files, so that no git program is needed. */
final class CheckedOutCommit {

    private static final String REFERENCE = "ref: ";
    private static final String DIRECTORY = "gitdir: ";

    private CheckedOutCommit() {
    }

    /** The hash of the commit that is checked out in a directory, empty if it is no working tree. */
    static Optional<String> of(Path directory) throws IOException {
        Path git = directory.resolve(".git");
        if (Files.isRegularFile(git)) {
            git = directory.resolve(Files.readString(git).strip().substring(DIRECTORY.length()));
        }
        Path head = git.resolve("HEAD");
        if (!Files.isRegularFile(head)) {
            return Optional.empty();
        }
        String target = Files.readString(head).strip();
        if (!target.startsWith(REFERENCE)) {
            return Optional.of(target);
        }
        return resolve(shared(git), target.substring(REFERENCE.length()));
    }

    /** Where references lie: a linked working tree shares those of the repository. */
    private static Path shared(Path git) throws IOException {
        Path common = git.resolve("commondir");
        return Files.isRegularFile(common) ? git.resolve(Files.readString(common).strip()) : git;
    }

    private static Optional<String> resolve(Path git, String reference) throws IOException {
        Path loose = git.resolve(reference);
        if (Files.isRegularFile(loose)) {
            return Optional.of(Files.readString(loose).strip());
        }
        Path packed = git.resolve("packed-refs");
        List<String> lines = Files.isRegularFile(packed) ? Files.readAllLines(packed) : List.of();
        return lines.stream()
                .filter(line -> line.endsWith(" " + reference))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst();
    }
}
