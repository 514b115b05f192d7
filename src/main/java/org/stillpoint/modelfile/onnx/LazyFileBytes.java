package org.stillpoint.modelfile.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.FileBytes;

/** The bytes of a file that is opened when they are first read. */
final class LazyFileBytes implements Bytes {

    private final Path path;
    private final String name;
    private final long size;
    private FileBytes opened;

    LazyFileBytes(Path path, String name, long size) {
        this.path = path;
        this.name = name;
        this.size = size;
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
        opened().read(from, into);
    }

    private synchronized FileBytes opened() throws IOException {
        if (opened == null) {
            try {
                opened = FileBytes.open(path, name);
            } catch (IOException e) {
                throw new IOException(name + ": cannot be read, expected a file that can be", e);
            }
        }
        return opened;
    }

    @Override
    public synchronized void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }
}
