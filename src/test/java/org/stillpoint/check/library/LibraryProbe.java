package org.stillpoint.check.library;

import java.nio.file.Files;
import java.nio.file.Path;

/** Ends with exit code 0 if a class is there, and a file if one is named. */
final class LibraryProbe {

    private LibraryProbe() {
    }

    public static void main(String[] args) throws ClassNotFoundException {
        Class.forName(args[0], false, LibraryProbe.class.getClassLoader());
        System.exit(args.length == 1 || Files.isRegularFile(Path.of(args[1])) ? 0 : 1);
    }
}
