package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.tensor.Bytes;

/** The files beside a model that have numbers of its tensors. Each is opened when it is first read. */
final class ExternalData implements Closeable {

    /** A small model could else name a large file so often that reading it never ends. */
    private static final int MAX_USES = 16;

    private final Optional<Path> folder;
    private final Map<Path, LazyFileBytes> files = new HashMap<>();
    private final Map<Bytes, Long> asked = new IdentityHashMap<>();

    /** @param folder of the model; empty if it has none */
    ExternalData(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * The bytes of a tensor.
     *
     * @param entries of the format: {@code location}, {@code offset}, {@code length}
     * @param length how many bytes there have to be
     * @param where errors begin with this
     * @throws FormatException if the file is not in the model's folder, or does not have these bytes
     */
    Bytes of(List<StringStringEntryProto> entries, long length, String where) throws IOException {
        Map<String, String> settings = new HashMap<>();
        entries.forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
        String location = settings.get("location");
        if (location == null) {
            throw new FormatException(where + ": numbers in another file without its name, expected a location");
        }
        String place = where + ": numbers in " + Quoted.of(location);
        Bytes file = file(path(location, place), place);
        long from = number(settings, "offset", 0, place);
        long announced = number(settings, "length", length, place);
        if (announced != length) {
            throw new FormatException(place + ": " + announced + " bytes, expected " + length);
        }
        if (from > file.size() || length > file.size() - from) {
            throw new FormatException(place + ": " + length + " bytes from byte " + from + ", expected within its "
                    + file.size() + " bytes");
        }
        long asked = this.asked.merge(file, length, Math::addExact);
        if (asked / MAX_USES > file.size()) {
            throw new FormatException(place + ": all its bytes more than " + MAX_USES + " times, expected fewer tensors of them");
        }
        return file.part(place, from, length);
    }

    /** All that are used. */
    Set<Path> files() {
        return Set.copyOf(files.keySet());
    }

    /** Whether it is the folder of the model. */
    boolean isFolder(Path other) throws IOException {
        return folder.isPresent() && Files.isSameFile(folder.get(), other);
    }

    private Bytes file(Path path, String place) throws IOException {
        LazyFileBytes known = files.get(path);
        if (known == null) {
            known = new LazyFileBytes(path, place, Files.size(path));
            files.put(path, known);
        }
        return known;
    }

    private Path path(String location, String place) throws IOException {
        if (folder.isEmpty()) {
            throw new FormatException(place + ": no folder to look in, expected the model as a file beside it");
        }
        Path real;
        try {
            Path root = folder.get().toRealPath();
            Path relative = Path.of(location);
            if (relative.isAbsolute() || location.indexOf('\\') >= 0 || !root.resolve(relative).normalize().startsWith(root)) {
                throw new FormatException(place + ": leads out of the model's folder, expected a file in it");
            }
            real = root.resolve(relative).toRealPath();
            if (!real.startsWith(root)) {
                throw new FormatException(place + ": leads out of the model's folder, expected a file in it");
            }
        } catch (IOException | InvalidPathException e) {
            throw new FormatException(place + ": no such file that can be read, expected it beside the model");
        }
        if (!Files.isRegularFile(real)) {
            throw new FormatException(place + ": is no file, expected one");
        }
        return real;
    }

    private static long number(Map<String, String> settings, String key, long otherwise, String place) {
        String text = settings.get(key);
        try {
            long number = text == null ? otherwise : Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            throw new FormatException(place + ": the " + key + " " + Quoted.of(text) + ", expected a number of bytes");
        }
        throw new FormatException(place + ": the " + key + " " + Quoted.of(text) + ", expected at least 0");
    }

    @Override
    public void close() throws IOException {
        for (LazyFileBytes file : files.values()) {
            file.close();
        }
    }
}
