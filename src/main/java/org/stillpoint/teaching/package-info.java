/** What a teacher hands out: exercises with exact solutions, sheets of them by seed, and a handout for each claim. */
package org.stillpoint.teaching;
