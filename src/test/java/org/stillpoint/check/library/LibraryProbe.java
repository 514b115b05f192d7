package org.stillpoint.check.library;

import java.nio.file.Files;
import java.nio.file.Path;

/** Ends with exit code 0 if a class and a file are there. */
final class LibraryProbe {

    private LibraryProbe() {
    }

    public static void main(String[] args) throws ClassNotFoundException {
        Class.forName(args[0], false, LibraryProbe.class.getClassLoader());
        System.exit(Files.isRegularFile(Path.of(args[1])) ? 0 : 1);
    }
}
