package org.stillpoint.attacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text in place of another, or a new file.
 *
 * @param file below the root of the project
 * @param before what is in the file once; empty if there is no such file
 */
record Change(Path file, String before, String after) {

    void applyIn(Path project) throws IOException {
        Path target = project.resolve(file);
        if (before.isEmpty()) {
            require(Files.notExists(target), "is there already");
            Files.createDirectories(target.getParent());
            Files.writeString(target, after + "\n");
            return;
        }
        String text = Files.readString(target);
        int place = text.indexOf(before);
        require(place >= 0 && text.indexOf(before, place + 1) < 0, (place < 0 ? "does not contain " : "contains more than once ")
                + before);
        Files.writeString(target, text.substring(0, place) + after + text.substring(place + before.length()));
    }

    private void require(boolean condition, String wrong) {
        if (!condition) {
            throw new IllegalStateException(file + " " + wrong);
        }
    }
}
