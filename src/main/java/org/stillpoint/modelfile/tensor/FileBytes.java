package org.stillpoint.modelfile.tensor;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, which stay there. */
public final class FileBytes implements Bytes {

    private final String name;
    private final FileChannel channel;
    private final long size;

    private FileBytes(String name, FileChannel channel, long size) {
        this.name = name;
        this.channel = channel;
        this.size = size;
    }

    /** @param name what errors call it by */
    public static FileBytes open(Path path, String name) throws IOException {
        return of(FileChannel.open(path, StandardOpenOption.READ), name);
    }

    /** What a file that is open has now. */
    public static FileBytes of(FileChannel channel, String name) throws IOException {
        return new FileBytes(name, channel, channel.size());
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
        long place = from;
        while (into.hasRemaining()) {
            int count = channel.read(into, place);
            if (count < 0) {
                throw new EOFException(name + ": became shorter while it was read");
            }
            place += count;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
