package org.stillpoint.modelfile.pytorch;

import java.util.List;

/**
 * A tensor as the pickle describes it: a view of a storage.
 *
 * @param type of its entries
 * @param offset of its first entry in the storage, counted in entries
 * @param sizes of its axes
 * @param strides how many entries apart two are whose indices along an axis differ by one, as many as axes
 */
record Tensor(Storage storage, StorageType type, long offset, List<Long> sizes, List<Long> strides) {

    Tensor {
        sizes = List.copyOf(sizes);
        strides = List.copyOf(strides);
    }
}
