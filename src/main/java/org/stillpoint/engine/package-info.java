/** What every engine does, a training step by step, and what it can tell of one; each engine is a room of its own below. */
package org.stillpoint.engine;
