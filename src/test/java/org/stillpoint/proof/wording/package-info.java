/** What is proved in words, and that claims and pages say exactly that. */
package org.stillpoint.proof.wording;
