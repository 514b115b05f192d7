package org.stillpoint.modelfile.hdf;

import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.SymbolTableEntry;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV1;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.SymbolTableMessage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;

/**
 * The links of a group to what lies in the same file, which are those with an address. Links by name, in this file or another
 * one, are left out.
 */
final class HdfLinks {

    private static final int SYMBOLIC = 2;

    private final HdfStorage storage;
    private final Map<String, Long> addresses = new TreeMap<>();

    private HdfLinks(HdfStorage storage) {
        this.storage = storage;
    }

    /** The address of each member of a group, by its name, in their order. */
    static Map<String, Long> of(HdfStorage storage, ObjectHeader group) {
        HdfLinks links = new HdfLinks(storage);
        if (group.hasMessageOfType(SymbolTableMessage.class)) {
            links.addFromTable(group.getMessageOfType(SymbolTableMessage.class));
        } else if (group.hasMessageOfType(LinkInfoMessage.class)) {
            links.addFromMessages(group, group.getMessageOfType(LinkInfoMessage.class));
        }
        return links.addresses;
    }

    private void addFromTable(SymbolTableMessage table) {
        List<Long> nodes = BTreeV1.createGroupBTree(storage, table.getBTreeAddress()).getChildAddresses();
        ByteBuffer names = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
        for (long node : nodes) {
            for (SymbolTableEntry entry : new GroupSymbolTableNode(storage, node).getSymbolTableEntries()) {
                names.position(entry.getLinkNameOffset());
                String name = Utils.readUntilNull(names);
                if (entry.getCacheType() != SYMBOLIC) {
                    add(name, entry.getObjectHeaderAddress());
                }
            }
        }
    }

    private void addFromMessages(ObjectHeader group, LinkInfoMessage info) {
        if (info.getBTreeNameIndexAddress() == HdfIndex.NONE) {
            group.getMessagesOfType(LinkMessage.class).forEach(this::add);
            return;
        }
        HdfIndex<LinkNameForIndexedGroupRecord> index =
                HdfIndex.of(storage, info.getBTreeNameIndexAddress(), info.getFractalHeapAddress());
        for (LinkNameForIndexedGroupRecord link : index.records()) {
            add(LinkMessage.fromBuffer(index.stored(link.getId()), storage.getSuperblock()));
        }
    }

    private void add(LinkMessage link) {
        if (link.getLinkType() == LinkMessage.LinkType.HARD) {
            add(link.getLinkName(), link.getHardLinkAddress());
        }
    }

    private void add(String name, long address) {
        if (addresses.put(name, address) != null) {
            throw new FormatException(storage.bytes().name() + ": two members " + Quoted.of(name)
                    + " of one group, expected names that differ");
        }
    }
}
