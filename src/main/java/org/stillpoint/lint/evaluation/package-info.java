/** The values of a model, computed exactly from the weights of its file, of every unit of every layer. */
package org.stillpoint.lint.evaluation;
