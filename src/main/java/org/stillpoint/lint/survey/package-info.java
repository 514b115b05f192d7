/** What stands in the tensors of a model: which slices are zero, equal, tiny or no numbers, found in one pass through the file. */
package org.stillpoint.lint.survey;
