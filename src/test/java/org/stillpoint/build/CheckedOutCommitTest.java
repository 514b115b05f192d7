package org.stillpoint.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedOutCommitTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path directory;

    @Test
    void aDirectoryThatIsNoWorkingTreeHasNone() throws IOException {
        assertThat(CheckedOutCommit.of(directory)).isEmpty();
    }

    @Test
    void aCommitCheckedOutByItselfIsInHead() throws IOException {
        write(".git/HEAD", HASH);

        assertThat(CheckedOutCommit.of(directory)).contains(HASH);
    }

    @Test
    void aBranchLeadsToItsCommit() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main");
        write(".git/refs/heads/main", HASH);

        assertThat(CheckedOutCommit.of(directory)).contains(HASH);
    }

    @Test
    void aPackedBranchLeadsToItsCommit() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main");
        write(".git/packed-refs", "# pack-refs with: peeled\nffff refs/heads/old-main\n" + HASH + " refs/heads/main");

        assertThat(CheckedOutCommit.of(directory)).contains(HASH);
    }

    @Test
    void aBranchWithoutCommitsHasNone() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main");

        assertThat(CheckedOutCommit.of(directory)).isEmpty();
    }

    @Test
    void aLinkedWorkingTreeSharesTheBranchesOfItsRepository() throws IOException {
        write("repository/refs/heads/side", HASH);
        write("repository/worktrees/tree/HEAD", "ref: refs/heads/side");
        write("repository/worktrees/tree/commondir", "../..");
        write("tree/.git", "gitdir: ../repository/worktrees/tree");

        assertThat(CheckedOutCommit.of(directory.resolve("tree"))).contains(HASH);
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text + "\n");
    }
}
