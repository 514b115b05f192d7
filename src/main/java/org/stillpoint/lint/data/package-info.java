/** What the units of a model do on data, computed exactly: which are dead on it, which pass on a constant, which are equal. */
package org.stillpoint.lint.data;
