package org.stillpoint.modelfile.hdf;

import io.jhdf.Superblock;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.tensor.Bytes;

/**
 * What jhdf reads of a file: never beyond its end, whatever lengths it claims, and no more than {@link #MAX_STRUCTURE} in all. So
 * trees whose branches meet again and again end too. The entries of tensors do not pass through here.
 */
final class HdfStorage implements HdfBackingStorage {

    /** The most that is read of a file beside the entries of its tensors, where each piece counts for at least a few bytes. */
    static final long MAX_STRUCTURE = 1L << 27;

    private static final int LEAST = 256;

    private final Bytes bytes;
    private final Superblock superblock;
    private long left = MAX_STRUCTURE;

    HdfStorage(Bytes bytes, Superblock superblock) {
        this.bytes = bytes;
        this.superblock = superblock;
    }

    Bytes bytes() {
        return bytes;
    }

    /** Where something is in the file, from how the file counts. */
    long place(long address) {
        return Math.addExact(address, superblock.getBaseAddressByte());
    }

    @Override
    public ByteBuffer readBufferFromAddress(long address, int length) {
        left -= LEAST + Math.max(length, 0);
        if (left < 0) {
            throw new FormatException(bytes.name() + ": more than " + MAX_STRUCTURE
                    + " bytes of structure, expected an HDF5 file whose groups and names take less");
        }
        try {
            return bytes.read(place(address), length, ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ByteBuffer map(long address, long length) {
        return readBufferFromAddress(address, Math.toIntExact(length));
    }

    @Override
    public ByteBuffer mapNoOffset(long address, long length) {
        return map(Math.subtractExact(address, superblock.getBaseAddressByte()), length);
    }

    @Override
    public long getUserBlockSize() {
        return superblock.getBaseAddressByte();
    }

    @Override
    public Superblock getSuperblock() {
        return superblock;
    }

    @Override
    public FileChannel getFileChannel() {
        throw new UnsupportedHdfException("no channel of the file is given away");
    }

    @Override
    public int getSizeOfOffsets() {
        return superblock.getSizeOfOffsets();
    }

    @Override
    public int getSizeOfLengths() {
        return superblock.getSizeOfLengths();
    }

    /** The bytes are closed by those who opened them. */
    @Override
    public void close() {
    }

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public boolean inMemory() {
        return true;
    }
}
