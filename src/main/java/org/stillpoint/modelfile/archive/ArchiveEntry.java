package org.stillpoint.modelfile.archive;

/**
 * An entry of an archive.
 *
 * @param name as the archive has it: a name and no more, never a path of this machine
 * @param size how many bytes it has when it is unpacked
 * @param stored how many it takes in the archive
 * @param isDeflated whether it is compressed
 * @param checksum the CRC-32 of what it unpacks to
 * @param header where its local header is in the archive
 */
public record ArchiveEntry(String name, long size, long stored, boolean isDeflated, long checksum, long header) {
}
