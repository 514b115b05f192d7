/**
 * What stands in the tensors of a model: which slices are zero, equal, nearly equal, tiny or no numbers, and blocks of tensors
 * that may be compared. Entries are read in passes through the file and do not stay in memory. Digests only tell what is worth
 * comparing: whatever is said to be equal was compared entry by entry.
 */
package org.stillpoint.lint.survey;
