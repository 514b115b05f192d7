/** Changes to this project that would let it establish what is false, each of which a named test must notice. */
package org.stillpoint.attacks;
