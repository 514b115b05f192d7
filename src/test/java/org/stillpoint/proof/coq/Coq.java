package org.stillpoint.proof.coq;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Coq, as it is installed here. */
final class Coq {

    private static final List<String> PROVER = List.of("coqc", "-set", "Mangle Names", "-Q", ".", "Stillpoint");
    private static final long MINUTES = 20;

    /**
     * What a command did.
     *
     * @param code its exit code
     */
    record Run(int code, String output) {
    }

    private Coq() {
    }

    static boolean isInstalled() {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, PROVER.get(0)))) {
                return true;
            }
        }
        return false;
    }

    static Run compile(Path folder, String file) {
        List<String> command = new ArrayList<>(PROVER);
        command.add(file);
        return run(folder, command);
    }

    /** Runs a command to its end; one that does not come to an end is ended. */
    static Run run(Path folder, List<String> command) {
        try {
            Path output = Files.createTempFile("coq", ".txt");
            try {
                Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                        .redirectOutput(output.toFile()).start();
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(command + " took more than " + MINUTES + " minutes");
                }
                return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
