package org.stillpoint.modelfile.tensorflow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.FileBytes;

/** Files whose bytes follow each other. */
final class Shards implements Bytes {

    private static final int MAX_FILES = 1000;

    private final String name;
    private final TreeMap<Long, Bytes> starts = new TreeMap<>();
    private long size;

    private Shards(String name) {
        this.name = name;
    }

    /**
     * Opens files of a folder.
     *
     * @param name what errors call the model by
     * @throws FormatException if one is not there, or is not in the folder
     */
    static Shards open(String name, Path folder, List<String> paths) throws IOException {
        if (paths.size() > MAX_FILES) {
            throw new FormatException(name + ": weights in " + paths.size() + " files, expected at most " + MAX_FILES);
        }
        Shards shards = new Shards(name);
        List<Bytes> open = new ArrayList<>();
        try {
            for (String path : paths) {
                open.add(FileBytes.open(within(name, folder, path), name + ": " + Quoted.plain(path)));
            }
        } catch (IOException | RuntimeException e) {
            for (Bytes bytes : open) {
                bytes.close();
            }
            throw e;
        }
        for (Bytes bytes : open) {
            if (bytes.size() > 0) {
                shards.starts.put(shards.size, bytes);
                shards.size += bytes.size();
            } else {
                bytes.close();
            }
        }
        return shards;
    }

    private static Path within(String name, Path folder, String path) throws IOException {
        String shown = name + ": weights in " + Quoted.of(path);
        try {
            Path relative = Path.of(path);
            boolean leadsOut = relative.isAbsolute() || relative.normalize().startsWith("..") || path.contains("\\")
                    || path.isEmpty();
            if (leadsOut) {
                throw new FormatException(shown + ", expected a file in the folder of the model");
            }
            Path file = folder.resolve(relative);
            if (!Files.isRegularFile(file)) {
                throw new FormatException(shown + ": no such file, expected one beside the model");
            }
            Path real = file.toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                throw new FormatException(shown + ", which is a link out of the folder of the model, expected a file in it");
            }
            return real;
        } catch (InvalidPathException e) {
            throw new FormatException(shown + ", expected the path of a file");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long from, ByteBuffer into) throws IOException {
        requireRange(from, into.remaining());
        int limit = into.limit();
        long place = from;
        while (into.position() < limit) {
            Map.Entry<Long, Bytes> shard = starts.floorEntry(place);
            long inside = place - shard.getKey();
            long count = Math.min(limit - into.position(), shard.getValue().size() - inside);
            shard.getValue().read(inside, into.limit(into.position() + (int) count));
            place += count;
            into.limit(limit);
        }
    }

    @Override
    public void close() throws IOException {
        for (Bytes bytes : starts.values()) {
            bytes.close();
        }
    }
}
