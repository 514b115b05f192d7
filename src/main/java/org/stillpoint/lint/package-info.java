/** Looks at a model file: what stands in it, what is known of its training, and what a person should be told. */
package org.stillpoint.lint;
