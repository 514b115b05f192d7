/**
 * Reads what torch.save writes: a zip archive with a pickle that says which tensors there are, and their bytes beside it. Of the
 * pickle nothing is run: it may name tensors, storages and ordered dictionaries, and everything else that it names is refused.
 */
package org.stillpoint.modelfile.pytorch;
