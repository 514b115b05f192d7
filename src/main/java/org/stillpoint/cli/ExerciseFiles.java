package org.stillpoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.Json;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.OutputFile;
import org.stillpoint.teaching.Exercise;

/** What exercises are about as files, to try the solutions on: {@code NAME.network.json} and {@code NAME.data.json}. */
final class ExerciseFiles {

    private final Path directory;

    private ExerciseFiles(Path directory) {
        this.directory = directory;
    }

    /** @throws UsageException if the directory is not there and cannot be made */
    static ExerciseFiles in(String directory) {
        try {
            return new ExerciseFiles(Files.createDirectories(Path.of(directory)));
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(directory + ": cannot be made, expected a place for a directory");
        }
    }

    /** Writes the files of an exercise, if it is about a network. */
    void write(String name, Exercise exercise) {
        exercise.given().ifPresent(given -> {
            write(name + ".network.json", Json.write(NetworkFormat.write(given.network())));
            write(name + ".data.json", Json.write(DataFormat.write(given.data())));
        });
    }

    private void write(String name, String text) {
        OutputFile.write(directory.resolve(name).toString(), text);
    }
}
