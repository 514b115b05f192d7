package org.stillpoint.modelfile.hdf;

import io.jhdf.ObjectHeader;
import io.jhdf.Superblock;
import io.jhdf.SymbolTableEntry;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.tensor.Bytes;

/** All groups and tensors of a file, of which each is read once: what a link leads to again is the same, or left out. */
public final class HdfTree {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
    private static final int FIRST_AFTER_START = 512;
    private static final int MAX_SUPERBLOCK = 256;
    private static final int MAX_DEPTH = 64;

    private final HdfStorage storage;
    private final HdfEntries entries;
    private final Set<Long> groupsSeen = new HashSet<>();
    private final Map<Long, HdfDataset> datasetsSeen = new HashMap<>();

    private HdfTree(HdfStorage storage) {
        this.storage = storage;
        this.entries = new HdfEntries(storage);
    }

    /** Whether a file begins as HDF5 files do that have nothing of others before them. */
    public static boolean begins(byte[] head) {
        return head.length >= SIGNATURE.length && Arrays.equals(head, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /**
     * The group of all others.
     *
     * @throws FormatException if it is no well-formed HDF5 file
     * @throws IOException if it ends too early
     */
    public static HdfGroup read(Bytes bytes) throws IOException {
        return HdfErrors.contained(bytes.name(), () -> {
            Superblock superblock = superblock(bytes);
            HdfStorage storage = new HdfStorage(bytes, superblock);
            long root = superblock instanceof Superblock.SuperblockV0V1 old
                    ? new SymbolTableEntry(storage, old.getRootGroupSymbolTableAddress()).getObjectHeaderAddress()
                    : ((Superblock.SuperblockV2V3) superblock).getRootGroupObjectHeaderAddress();
            HdfTree tree = new HdfTree(storage);
            tree.groupsSeen.add(root);
            return tree.group(ObjectHeader.readObjectHeader(storage, root), "", 0);
        });
    }

    private static Superblock superblock(Bytes bytes) throws IOException {
        for (long from = 0; from <= bytes.size() - SIGNATURE.length; from = from == 0 ? FIRST_AFTER_START : 2 * from) {
            if (begins(bytes.read(from, SIGNATURE.length, ByteOrder.LITTLE_ENDIAN).array())) {
                return superblock(bytes, from);
            }
        }
        throw new FormatException(bytes.name() + ": no HDF5 signature, expected an HDF5 file");
    }

    private static Superblock superblock(Bytes bytes, long from) throws IOException {
        int count = (int) Math.min(MAX_SUPERBLOCK, bytes.size() - from);
        ByteBuffer buffer = bytes.read(from, count, ByteOrder.LITTLE_ENDIAN);
        Superblock superblock = Superblock.readSuperblock(buffer);
        if (superblock.getBaseAddressByte() != from) {
            throw new FormatException(bytes.name() + ": HDF5 that says it begins at byte " + superblock.getBaseAddressByte()
                    + ", expected " + from);
        }
        if (superblock.getEndOfFileAddress() > bytes.size()) {
            throw new FormatException(bytes.name() + ": " + bytes.size() + " bytes, expected "
                    + superblock.getEndOfFileAddress() + " as it says: the file is cut off");
        }
        return superblock;
    }

    private HdfGroup group(ObjectHeader header, String path, int depth) {
        if (depth > MAX_DEPTH) {
            throw new FormatException(storage.bytes().name() + ": groups in more than " + MAX_DEPTH
                    + " groups, expected at most that");
        }
        Map<String, HdfGroup> groups = new LinkedHashMap<>();
        Map<String, HdfDataset> datasets = new LinkedHashMap<>();
        Map<String, String> unreadable = new LinkedHashMap<>();
        HdfLinks.of(storage, header).forEach((name, address) -> {
            String inner = path.isEmpty() ? name : path + "/" + name;
            try {
                ObjectHeader member = ObjectHeader.readObjectHeader(storage, address);
                if (member.hasMessageOfType(DataSpaceMessage.class)) {
                    dataset(member, inner).ifPresent(dataset -> datasets.put(name, dataset));
                } else if (!member.hasMessageOfType(DataTypeMessage.class) && groupsSeen.add(address)) {
                    groups.put(name, group(member, inner, depth + 1));
                }
            } catch (RuntimeException e) {
                unreadable.put(name, HdfErrors.unsupported(e).orElseThrow(() -> HdfErrors.at(storage.bytes().name(), inner, e)));
            }
        });
        return new HdfGroup(groups, datasets, unreadable, new HdfAttributes(storage, header));
    }

    private Optional<HdfDataset> dataset(ObjectHeader header, String path) {
        Optional<HdfDataset> dataset = Optional.ofNullable(datasetsSeen.get(header.getAddress()))
                .or(() -> entries.of(header, path));
        dataset.ifPresent(found -> datasetsSeen.put(header.getAddress(), found));
        return dataset;
    }
}
