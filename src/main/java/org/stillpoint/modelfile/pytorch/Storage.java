package org.stillpoint.modelfile.pytorch;

/**
 * A storage as the pickle names it; its bytes are an entry of the archive.
 *
 * @param key the name of the entry
 * @param count how many entries it has, of that type
 */
record Storage(StorageType type, String key, long count) {
}
