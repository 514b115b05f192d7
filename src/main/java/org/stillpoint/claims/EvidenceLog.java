package org.stillpoint.claims;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;

/**
 * Where running proofs, properties and witnesses leave their records: a directory with one JSON file a record, so that
 * several virtual machines can write to it at once.
 */
public final class EvidenceLog {

    /** The system property that names the directory of this build's evidence. */
    public static final String PROPERTY = "stillpoint.evidence";

    private static final String SUFFIX = ".json";
    private final Optional<Path> directory;

    private EvidenceLog(Optional<Path> directory) {
        this.directory = directory;
    }

    /** The log of this build; it writes nothing if {@value #PROPERTY} is absent, as in a run from an editor. */
    public static EvidenceLog fromSystemProperty() {
        return new EvidenceLog(Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of));
    }

    /** A log that writes to a directory, created when first needed. */
    public static EvidenceLog in(Path directory) {
        return new EvidenceLog(Optional.of(directory));
    }

    /**
     * Writes one record to a file of its own; readers see all of it or nothing.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void record(EvidenceRecord evidence) {
        if (directory.isEmpty()) {
            return;
        }
        String name = evidence.kind().id() + "-" + UUID.randomUUID();
        try {
            Files.createDirectories(directory.get());
            Path draft = directory.get().resolve(name + ".part");
            Files.writeString(draft, Json.write(EvidenceFormat.write(evidence)));
            Files.move(draft, directory.get().resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Every record in a directory, ordered by kind and name; empty if the directory does not exist.
     *
     * @throws FormatException if a file is no evidence record
     * @throws IOException if a file cannot be read
     */
    public static List<EvidenceRecord> readAll(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<EvidenceRecord> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                records.add(EvidenceFormat.read(Json.read(new Source(file.toString(), Files.readString(file)))));
            }
        }
        records.sort(Comparator.comparing(EvidenceRecord::kind).thenComparing(EvidenceRecord::name));
        return List.copyOf(records);
    }

    /** The records of one kind. */
    public static List<EvidenceRecord> ofKind(List<EvidenceRecord> records, EvidenceRecord.Kind kind) {
        return records.stream().filter(each -> each.kind() == kind).toList();
    }

    /**
     * The records with one for each kind and name: evidence that ran more than once passed if it always passed, and has the
     * figures of the last time.
     */
    public static List<EvidenceRecord> merged(List<EvidenceRecord> records) {
        Map<EvidenceName, EvidenceRecord> merged = new LinkedHashMap<>();
        for (EvidenceRecord each : records) {
            merged.merge(EvidenceName.of(each), each, EvidenceLog::both);
        }
        return List.copyOf(merged.values());
    }

    private static EvidenceRecord both(EvidenceRecord first, EvidenceRecord second) {
        return new EvidenceRecord(first.name(), first.passed() && second.passed(), first.seconds().add(second.seconds()),
                second.bearings(), second.figures());
    }
}
